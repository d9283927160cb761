/** What a function is: its name, how many arguments of which kinds it takes, the kind that it gives, and its body. */
import { FormulaError } from '../faults';
import type { Day, Kind, Value } from '../values';

export const NUMBER: readonly Kind[] = ['number'];
export const TEXT: readonly Kind[] = ['text'];
export const DATE: readonly Kind[] = ['date'];
export const TRUTH: readonly Kind[] = ['boolean', 'number'];
export const ORDERED: readonly Kind[] = ['number', 'date'];
export const SCALAR: readonly Kind[] = ['number', 'text', 'boolean', 'date'];
export const MANY = 50;

/** The cells of a column, blanks included. */
export class List {
  constructor(readonly cells: Value[]) {}
}

export type Reader = () => Value | List;

/** Arguments are read when asked for, so that `IF(n=0, 0, 1/n)` never divides by zero. */
export class Arguments {
  constructor(
    private readonly readers: Reader[],
    readonly today: Day,
  ) {}

  /** One value; a blank if the argument was left out. */
  value(index: number): Value {
    const found = this.readers[index]?.() ?? null;
    if (found instanceof List) throw new FormulaError('formula_list', 0, { name: '' });
    return found;
  }

  /** One after the other, none read before it is asked for. */
  *values(): Generator<Value> {
    for (const index of this.readers.keys()) yield this.value(index);
  }

  /** All that is not blank, lists opened. */
  cells(): NonNullable<Value>[] {
    return this.readers
      .map((reader) => reader())
      .flatMap((found) => (found instanceof List ? found.cells : [found]))
      .filter((cell) => cell !== null);
  }
}

export interface Function {
  name: string;
  call: (given: Arguments) => Value;
  /** The allowed kinds by position, the last for all that follow. */
  takes: readonly (readonly Kind[])[];
  /** null: what it is given. */
  gives: Kind | null;
  least: number;
  most: number;
  /** Whether `lines.amount` may be an argument. */
  lists?: boolean;
  /** The first argument that the result may be, where `gives` is null. */
  passesFrom?: number;
}

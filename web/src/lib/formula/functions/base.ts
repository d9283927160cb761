/**
 * What a function is: its name, how many arguments of which kinds it takes, the kind that it gives, and its body. All but
 * the body stands in `table.json`, which the server has too (`python -m tools formula-functions` writes it).
 */
import type { Calendar } from '../calendar';
import { FormulaError } from '../faults';
import { asInteger, type Day, type Kind, type Value } from '../values';

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
    readonly calendar: Calendar,
    /** Takes steps from the budget of the record's formulas, for what does more than it reads. */
    readonly spend: (steps: number) => void,
  ) {}

  get length(): number {
    return this.readers.length;
  }

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

  /** The cells of one argument, blanks included; a single value is a list of one. */
  column(index: number): Value[] {
    const found = this.readers[index]?.() ?? null;
    return found instanceof List ? found.cells : [found];
  }

  /** All cells from the argument `start` on, lists opened, blanks included. */
  every(start = 0): Value[] {
    return this.readers.slice(start).flatMap((_, index) => this.column(start + index));
  }

  /** All that is not blank, lists opened. */
  cells(): NonNullable<Value>[] {
    return this.every().filter((cell) => cell !== null);
  }

  /** A whole number within bounds; `otherwise` if the argument was left out. Throws FormulaError formula_range. */
  whole(index: number, otherwise: number, low: number, high: number): number {
    if (index >= this.readers.length) return otherwise;
    const found = asInteger(this.value(index));
    if (found < low || found > high)
      throw new FormulaError('formula_range', 0, { found: String(found), low, high });
    return found;
  }
}

export type Body = (given: Arguments) => Value;
export type Bodies = Record<string, Body>;

/** A row of the table; `chalicelib/forms/domain/formula/functions/base.py` says what each part means. */
export interface Row {
  name: string;
  group: string;
  takes: readonly (readonly Kind[])[];
  /** null: what the arguments are that `passes` names. */
  gives: Kind | null;
  least: number;
  most: number;
  lists?: string | readonly number[];
  rows?: boolean;
  aligned?: boolean;
  passes?: string;
  alike?: string | readonly number[];
  cycle?: number;
  pairs?: number;
  unit?: string;
  volatile?: boolean;
  calendar?: boolean;
}

export interface Function extends Row {
  call: Body;
}

export function takesAt({ takes, cycle }: Row, index: number): readonly Kind[] {
  return takes[cycle ? index % cycle : Math.min(index, takes.length - 1)] ?? [];
}

export function takesList({ lists = [] }: Row, index: number): boolean {
  if (typeof lists !== 'string') return lists.includes(index);
  if (lists === 'even') return index % 2 === 0;
  if (lists === 'odd') return index % 2 === 1 || index === 0;
  return lists === 'from2' ? index >= 2 : lists === 'all';
}

export function fits({ least, most, pairs }: Row, count: number): boolean {
  return least <= count && count <= most && (pairs === undefined || (count - pairs) % 2 === 0);
}

const PASSES: Record<string, (index: number, count: number) => boolean> = {
  all: () => true,
  first: (index) => index === 0,
  then: (index) => index >= 1,
  pairs: (index) => index % 2 === 1,
  cases: (index, count) => (index >= 2 && index % 2 === 0) || (index === count - 1 && count % 2 === 0),
  found: (index) => index >= 2,
};

/** Of the arguments, those that the result may be. */
export function passed<T>({ passes = '' }: Row, given: readonly T[]): T[] {
  const test = PASSES[passes];
  return test ? given.filter((_, index) => test(index, given.length)) : [];
}

/** Whether an argument must be of one kind with the others that this names. */
export function isAlike({ alike = [] }: Row, index: number, count: number): boolean {
  if (typeof alike !== 'string') return alike.includes(index);
  return index === 0 || (index % 2 === 1 && index < count - 1);
}

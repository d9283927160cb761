/** What the input of a field gets, and what all inputs make of it. */
import type { Entry } from '@/entities/entry/use-entry';

import { isUnparsed, type Cell } from '../cell';
import type { Field } from '../definition';

export interface InputProps {
  field: Field;
  id: string;
  /** Of the input, as the entry names it: `lines/<row key>/<column>` for a cell. */
  path: string;
  /** What the server calls the field: of a column with its table. */
  apiField: string;
  value: Cell | undefined;
  /** What a formula gives at the moment. */
  result?: string | string[] | boolean | undefined;
  invalid: boolean;
  /** The name of an input that has no label of its own: a cell of a table. */
  label?: string | undefined;
  describedBy?: string | undefined;
  onChange: (cell: Cell) => void;
  onBlur: () => void;
  /** Changes that depend on what stands there at that moment: files arrive while somebody goes on typing. */
  change: Entry['change'];
  /** The whole that is being filled in; a cell has none. */
  entry?: Entry;
}

/** What every kind of input takes. */
export function common({ id, onBlur, invalid, label, describedBy }: InputProps) {
  return {
    id,
    onBlur,
    status: invalid ? ('error' as const) : ('' as const),
    'aria-invalid': invalid,
    'aria-label': label,
    'aria-describedby': describedBy,
  };
}

/** A text that is not understood stands where the input says what to choose, until something is chosen. */
export function rawOf(value: Cell | undefined): string | undefined {
  return isUnparsed(value) ? value.raw : undefined;
}

/** Ids and values, those of a text of which only a part is understood included. */
export function chosenOf(value: Cell | undefined): string[] {
  if (isUnparsed(value)) return value.known ?? [];
  return value === undefined || value === '' ? [] : ([value].flat() as string[]);
}

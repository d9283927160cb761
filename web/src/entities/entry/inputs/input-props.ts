import type { Field } from '@/entities/field/definition';

import { isUnparsed, type Cell } from '../input-state';

export interface InputProps {
  field: Field;
  id: string;
  value: Cell | undefined;
  onChange: (cell: Cell) => void;
  onBlur: () => void;
  invalid: boolean;
  /** The name of an input that has no label of its own: a cell of a table. */
  label?: string | undefined;
  describedBy?: string | undefined;
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

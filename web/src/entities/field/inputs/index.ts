/** How each type is filled in. Loaded only where forms are filled in. */
import type { ComponentType } from 'react';

import type { Cell, Complaint } from '../cell';
import type { Field } from '../definition';

import type { InputProps } from './input-props';

export interface FieldInputs {
  Input: ComponentType<InputProps>;
  /** In a cell of detail lines, where there is less room; else the same. */
  CellInput?: ComponentType<InputProps>;
  /** What can be told of a cell while somebody fills in, if the type does not say it itself (`FieldTypeModule.check`). */
  check?: (field: Field, cell: Cell) => Complaint | null;
}

const modules = import.meta.glob<FieldInputs>('../types/*/input.tsx', { eager: true });

export function inputsOf({ type }: Field): FieldInputs {
  const found = modules[`../types/${type}/input.tsx`] ?? modules['../types/text/input.tsx'];
  if (!found) throw new Error('There are no inputs.');
  return found;
}

/** Cells as formulas reckon with them; undefined where a cell says nothing that can be reckoned with. */
import { Day, decimal, type Value } from '@/lib/formula/values';

import type { Cell } from './cell';
import { isNumber } from './numbers';

export function numberOf(text: string): Value | undefined {
  return isNumber(text) ? decimal(text) : undefined;
}

/** A moment is typed as the company's clock shows it, so its first ten letters are its day there. */
export function dayOf(cell: Cell): Value | undefined {
  const text = (cell as string).slice(0, 10);
  return Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? undefined : Day.of(text);
}

export const textOf = (cell: Cell): Value =>
  Array.isArray(cell) ? (cell as string[]).join(',') : (cell as string).trim();

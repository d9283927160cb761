/** What is typed into it: its cell is ISO 8601's `2026-11-22/2026-11-25`. */
import type { CellPart } from '../../field-type';
import { readRange } from '../../parse/read-range';
import { dayWithin } from '../../samples';

import type { Range } from '.';

export function endsOf(cell: string | undefined): Range {
  const [from = '', to = ''] = (cell ?? '').split('/');
  return { from, to };
}

export const cell: CellPart = {
  toCell: (value) => `${(value as Range).from}/${(value as Range).to}`,
  toPayload: (typed) => endsOf(typed as string),
  parse: (_, text, context) => readRange(text, context),
  sample: ({ options = {} }, { today }) => {
    const day = dayWithin(options, today);
    return `${day}/${day}`;
  },
};

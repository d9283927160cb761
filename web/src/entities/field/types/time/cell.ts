/** What is typed and pasted into it. */
import type { CellPart } from '../../field-type';
import { textOf } from '../../operands';
import { readTime } from '../../parse/read-time';

export const cell: CellPart = {
  parse: (_, text) => ({ cell: readTime(text) ?? { raw: text, why: 'time', part: text } }),
  operand: (_, typed) => textOf(typed),
  sample: () => '09:00',
};

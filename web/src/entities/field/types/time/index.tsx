/** A time of day. */
import { defineFieldType } from '../../field-type';
import { textOf } from '../../operands';
import { readTime } from '../../parse/read-time';
import { PlainText } from '../../plain-text';

export const fieldType = defineFieldType({
  type: 'time',
  compare: 'time',
  ordered: 'first',
  keepsUnparsed: true,
  Text: PlainText,
  parse: (_, text) => ({ cell: readTime(text) ?? { raw: text, why: 'time', part: text } }),
  operand: (_, cell) => textOf(cell),
  sample: () => '09:00',
});

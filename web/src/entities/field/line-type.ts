/** What types of one line share whose way of writing is fixed: a phone number, a code with a check digit. */
import type { FieldTypeModule, ValueType } from './field-type';
import { textOf } from './operands';
import { PlainText } from './plain-text';

export const lineType = (
  type: ValueType,
  sample: string,
  Text: FieldTypeModule['Text'] = PlainText,
): FieldTypeModule => ({
  type,
  compare: 'text',
  ordered: 'first',
  roomy: true,
  takesText: true,
  Text,
  parse: (_, text) => ({ cell: text.replace(/\s+/g, ' ') }),
  operand: (_, cell) => textOf(cell),
  sample: () => sample,
});

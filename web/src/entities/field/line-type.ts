/** What types of one line share whose way of writing is fixed: a phone number, a code with a check digit. */
import { AS_TEXT } from './compared';
import type { FieldTypeModule, ValueType } from './field-type';
import { PlainText } from './plain-text';

export const lineType = (type: ValueType, Text: FieldTypeModule['Text'] = PlainText): FieldTypeModule => ({
  type,
  compare: 'text',
  ordered: 'first',
  compared: AS_TEXT,
  roomy: true,
  takesText: true,
  Text,
});

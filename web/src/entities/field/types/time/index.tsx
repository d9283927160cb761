/** A time of day. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

export const fieldType = defineFieldType({
  type: 'time',
  compare: 'time',
  ordered: 'first',
  keepsUnparsed: true,
  Text: PlainText,
});

/** Rows of fields: a table to fill in. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

export const fieldType = defineFieldType({
  type: 'lines',
  compare: 'opaque',
  holds: 'rows',
  wide: { input: true, text: true },
  group: true,
  ordered: null,
  listedOnDemand: true,
  several: () => true,
  Text: PlainText,
});

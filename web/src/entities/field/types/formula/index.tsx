/** What is computed from other fields; it is shown as what it results in. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

export const fieldType = defineFieldType({
  type: 'formula',
  compare: 'text',
  computed: true,
  group: true,
  ordered: 'first',
  Text: PlainText,
  shownAs: ({ options }) => options?.result ?? 'text',
  operand: () => null,
});

/** The number of a record, which the server gives. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

export const fieldType = defineFieldType({
  type: 'serial',
  compare: 'text',
  computed: true,
  givenAtSubmission: true,
  group: true,
  titles: 'named',
  ordered: 'first',
  listedOnDemand: true,
  Text: PlainText,
  operand: () => null,
});

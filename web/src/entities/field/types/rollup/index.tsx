/** What the records that link here come to; it is shown as what the roll-up results in. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

import { beginningOf, resultOf } from './result';

export const fieldType = defineFieldType({
  type: 'rollup',
  compare: 'text',
  computed: true,
  kept: beginningOf,
  group: true,
  ordered: 'last',
  Text: PlainText,
  valuesOf: resultOf,
  operand: () => null,
});

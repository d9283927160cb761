/** A value of a linked record, pulled through by the server; it is shown as what its source is. */
import { defineFieldType } from '../../field-type';
import { PlainText } from '../../plain-text';

import { sourceOf } from './source';

export const fieldType = defineFieldType({
  type: 'lookup',
  compare: 'text',
  computed: true,
  pulls: true,
  group: true,
  ordered: 'first',
  Text: PlainText,
  valuesOf: sourceOf,
  operand: () => null,
});

/** One of a list. */
import { ChoiceText } from '../../choice-text';
import { AS_IT_IS } from '../../compared';
import { defineFieldType } from '../../field-type';
import { textOf } from '../../operands';
import { readChoice } from '../../parse/read-choice';

export const fieldType = defineFieldType({
  type: 'choice',
  compare: 'choice',
  ordered: 'first',
  compared: AS_IT_IS,
  roomy: true,
  keepsUnparsed: true,
  Text: ChoiceText,
  parse: (field, text) => ({ cell: readChoice(field, text) }),
  operand: (_, cell) => textOf(cell),
  sample: ({ options = {} }) => options.choices?.[0]?.value ?? '',
});

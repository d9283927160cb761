/** Several of a list. */
import { checkCount } from '../../checks';
import { ChoiceText } from '../../choice-text';
import { defineFieldType } from '../../field-type';
import { readChoices } from '../../parse/read-choice';

export const fieldType = defineFieldType({
  type: 'choices',
  compare: 'choices',
  wide: { input: true },
  group: true,
  ordered: null,
  roomy: true,
  several: () => true,
  keepsUnparsed: true,
  Text: ChoiceText,
  check: (field, cell) => checkCount(field, (cell as string[]).length),
  parse: (field, text) => ({ cell: readChoices(field, text) }),
  // In the order of the form, then what it does not offer any more.
  operand: ({ options = {} }, cell) => {
    const chosen = cell as string[];
    const offered = (options.choices ?? []).map(({ value }) => value);
    const removed = chosen.filter((value) => !offered.includes(value));
    return [...offered.filter((value) => chosen.includes(value)), ...removed].join(',');
  },
  sample: ({ options = {} }) =>
    (options.choices ?? []).slice(0, Math.max(Number(options.min ?? 1), 1)).map(({ value }) => value),
});

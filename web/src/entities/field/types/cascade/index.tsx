/** One of a tree of choices: the values from the top to it. */
import { BETWEEN } from '../../choice-paths';
import { choiceName } from '../../choices';
import type { Choice } from '../../definition';
import { defineFieldType, type TextProps } from '../../field-type';
import { useLabelLanguage } from '../../label';
import { readPath } from '../../parse/read-path';

function PathText({ field, value }: TextProps) {
  const language = useLabelLanguage();
  return (value as string[]).map((each) => choiceName(field, each, language)).join(BETWEEN);
}

/** Down the first branch to its end. */
function firstPath(choices: Choice[]): string[] {
  const path: string[] = [];
  for (;;) {
    const next = choices.find(({ parent, value }) => parent === path.at(-1) && !path.includes(value));
    if (!next) return path;
    path.push(next.value);
  }
}

export const fieldType = defineFieldType({
  type: 'cascade',
  compare: 'choices',
  ordered: null,
  roomy: true,
  several: () => true,
  keepsUnparsed: true,
  Text: PathText,
  parse: (field, text) => ({ cell: readPath(field, text) }),
  operand: (_, cell) => (cell as string[]).join('/'),
  sample: ({ options = {} }) => firstPath(options.choices ?? []),
});

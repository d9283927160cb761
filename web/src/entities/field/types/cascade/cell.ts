/** What is chosen and pasted into it: the values from the top. */
import type { Choice } from '../../definition';
import type { CellPart } from '../../field-type';
import { readPath } from '../../parse/read-path';

/** Down the first branch to its end. */
function firstPath(choices: Choice[]): string[] {
  const path: string[] = [];
  for (;;) {
    const above = path.at(-1);
    const next = choices.find(({ parent, value }) => parent === above && !path.includes(value));
    if (!next) return path;
    path.push(next.value);
  }
}

export const cell: CellPart = {
  parse: (field, text) => ({ cell: readPath(field, text) }),
  operand: (_, chosen) => (chosen as string[]).join('/'),
  sample: ({ options = {} }) => firstPath(options.choices ?? []),
};

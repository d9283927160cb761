/** A choice of a tree by the names of its levels, 华东/上海/浦东, or by its own name where that is clear. */
import type { Cell } from '../cell';
import { pathTo } from '../choice-paths';
import type { Choice, Field } from '../definition';

import { folded } from './reading';

export function readPath(field: Field, raw: string): Cell {
  const choices = field.options?.choices ?? [];
  const parents = new Set(choices.map(({ parent }) => parent));
  const mayEnd = ({ value }: Choice) => field.options?.any_level === true || !parents.has(value);
  const found = ending(choices, raw).filter(mayEnd);
  const [only] = found;
  if (only && found.length === 1) return pathTo(choices, only.value);
  return { raw, why: found.length > 1 ? 'optionSeveral' : 'option', part: raw };
}

/** Those whose last levels are called as the parts of the text; a name may itself have a slash. */
function ending(choices: Choice[], raw: string): Choice[] {
  const whole = choices.filter((choice) => isCalled(choice, raw));
  if (whole.length > 0) return whole;
  const names = raw.split(/\s*[/／>＞\\|｜→]\s*/).filter((name) => name !== '');
  return choices.filter((choice) => {
    const path = pathTo(choices, choice.value).slice(-names.length);
    return (
      path.length === names.length &&
      path.every((value, at) => {
        const node = choices.find((each) => each.value === value);
        return node !== undefined && isCalled(node, names[at] ?? '');
      })
    );
  });
}

function isCalled({ value, name }: Choice, text: string): boolean {
  const names = typeof name === 'string' ? [name] : Object.values(name ?? {});
  const wanted = folded(text);
  return wanted !== '' && [value, ...names].some((each) => folded(each) === wanted);
}

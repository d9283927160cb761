/** The way from the top of a tree of choices to one of them, as values and as names. */
import type { Language } from '@/config/languages';

import type { Choice } from './definition';
import { labelText } from './label';

export const BETWEEN = ' / ';

/** Values from the top; of what is none of them, the value alone. */
export function pathTo(choices: Choice[], value: string): string[] {
  const path: string[] = [];
  let at: string | undefined = value;
  while (at !== undefined && !path.includes(at)) {
    const here: string = at;
    path.unshift(here);
    at = choices.find((each) => each.value === here)?.parent;
  }
  return path;
}

export const nameIn = (choices: Choice[], value: string, language: Language): string =>
  labelText(choices.find((each) => each.value === value)?.name, language) || value;

/** "华东 / 上海" of a choice that stands below another; else its name. */
export const pathName = (choices: Choice[], value: string, language: Language): string =>
  pathTo(choices, value)
    .map((each) => nameIn(choices, each, language))
    .join(BETWEEN);

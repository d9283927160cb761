/** What the designer says of functions: signature, meaning and example, from the table that the server has too. */
import type { Language } from '@/config/languages';

import table from './functions.json';

type Words = Record<Language, string>;

export interface FunctionHelp {
  name: string;
  group: Group;
  signature: Words;
  about: Words;
  example: Words;
}

export const GROUPS = ['lists', 'logic', 'numbers', 'dates', 'texts'] as const;
export type Group = (typeof GROUPS)[number];

export const FUNCTION_HELP = table as FunctionHelp[];

const BY_NAME = new Map(FUNCTION_HELP.map((each) => [each.name, each]));

export function helpOf(name: string): FunctionHelp | undefined {
  return BY_NAME.get(name.toUpperCase());
}

/** Those whose name begins with the text come first, then those whose name or meaning contains it. */
export function findFunctions(text: string, language: Language): FunctionHelp[] {
  const wanted = text.trim().toUpperCase();
  if (wanted === '') return FUNCTION_HELP;
  const begin = FUNCTION_HELP.filter(({ name }) => name.startsWith(wanted));
  const contain = FUNCTION_HELP.filter(
    (each) =>
      !begin.includes(each) &&
      (each.name.includes(wanted) || each.about[language].toUpperCase().includes(wanted)),
  );
  return [...begin, ...contain];
}

/** A function at the place of the cursor: what is put behind the cursor has so many characters. */
export function callText(name: string): { text: string; back: number } {
  return { text: `${name}()`, back: helpOf(name)?.signature.en.endsWith('()') ? 0 : 1 };
}

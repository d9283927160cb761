/** What stands at the cursor of a formula: the word that is being typed, and the function that it is an argument of. */
import type { Language } from '@/config/languages';

import type { Name } from './formula-text';
import { callText, FUNCTION_HELP, type FunctionHelp } from './function-help';

export interface Suggestion {
  key: string;
  label: string;
  about: string;
  /** What takes the place of the word, and how many of its characters stand behind the cursor. */
  text: string;
  back: number;
}

export interface Completion {
  /** Where the word begins that is being typed. */
  start: number;
  /** Where what it takes the place of ends. */
  end: number;
  suggestions: Suggestion[];
}

const MOST = 8;
/** Letters of any language, so that a field is found by its name without a bracket too. */
const WORD = /[\p{L}][\p{L}\p{N}_.]*$/u;
const OPENING = '["“';

/** null: nothing is being typed that could be completed. */
export function completionAt(
  text: string,
  cursor: number,
  names: Name[],
  language: Language,
  field: string,
): Completion | null {
  const before = text.slice(0, cursor);
  if (isQuoted(before)) return null;
  const bracket = openBracket(before);
  const start = bracket ?? cursor - (WORD.exec(before)?.[0].length ?? 0);
  const word = before.slice(bracket === null ? start : start + 1).toUpperCase();
  if (bracket === null && word === '') return null;
  const offered = names
    .filter(({ shown }) => shown.toUpperCase().includes(word))
    .map(({ shown, stored }) => suggestName(shown, stored, field));
  const functions = bracket === null ? matching(word).map((each) => suggestFunction(each, language)) : [];
  const suggestions = [...functions, ...offered].slice(0, MOST);
  const closes = bracket !== null && text[cursor] === ']';
  return suggestions.length > 0 ? { start, end: closes ? cursor + 1 : cursor, suggestions } : null;
}

function suggestName(shown: string, stored: string, about: string): Suggestion {
  return { key: stored, label: shown, about, text: `[${shown}]`, back: 0 };
}

function suggestFunction({ name, about }: FunctionHelp, language: Language): Suggestion {
  return { key: `${name}()`, label: name, about: about[language], ...callText(name) };
}

const matching = (word: string): FunctionHelp[] =>
  FUNCTION_HELP.filter(({ name }) => name.startsWith(word) && name !== word).sort(
    (left, right) => left.name.length - right.name.length,
  );

function isQuoted(before: string): boolean {
  let quoted = false;
  let named = false;
  for (const sign of before) {
    if (!quoted && sign === '[') named = true;
    if (sign === ']') named = false;
    if (!named && (sign === '"' || sign === '”' || (!quoted && OPENING.includes(sign) && sign !== '[')))
      quoted = !quoted;
  }
  return quoted;
}

function openBracket(before: string): number | null {
  const open = Math.max(before.lastIndexOf('['), before.lastIndexOf('【'));
  return open > Math.max(before.lastIndexOf(']'), before.lastIndexOf('】')) ? open : null;
}

export interface OpenCall {
  name: string;
  /** Which argument the cursor is in, from 0. */
  argument: number;
}

/** The innermost function whose brackets the cursor stands between. */
export function callAt(text: string, cursor: number): OpenCall | null {
  const open: OpenCall[] = [];
  const before = text
    .slice(0, cursor)
    .replace(/"[^"]*"|\[[^\]]*\]|【[^】]*】/g, (part) => '_'.repeat(part.length));
  for (const match of before.matchAll(/([A-Za-z]\w*)?\s*[(（]|[,，]|[)）]/g)) {
    const [found, name = ''] = match;
    const sign = found.at(-1) ?? '';
    const inner = open.at(-1);
    if (sign === '(' || sign === '（') open.push({ name: name.toUpperCase(), argument: 0 });
    else if (sign === ')' || sign === '）') open.pop();
    else if (inner) open[open.length - 1] = { ...inner, argument: inner.argument + 1 };
  }
  return open.findLast(({ name }) => name !== '') ?? null;
}

/** The signature in parts, so that the one of the argument can stand out; the last repeats where it ends in `…`. */
export function signatureParts(signature: string, argument: number): { text: string; current: boolean }[] {
  const open = signature.indexOf('(') + 1;
  const parts = signature.slice(open, -1).split(', ');
  const named = parts.filter((part) => part !== '…').length;
  const current = Math.min(argument, Math.max(named - 1, 0));
  return [
    { text: signature.slice(0, open), current: false },
    ...parts.map((text, index) => ({
      text: index < parts.length - 1 ? `${text}, ` : text,
      current: index === current && text !== '',
    })),
    { text: ')', current: false },
  ];
}

/**
 * Choices of a list. The stored value follows the words until records can hold it; from then on only the words change,
 * so that renaming a choice never orphans what people chose.
 */
import type { Language } from '@/config/languages';
import { textIn, withText } from '@/entities/form/editing/labels';
import { withOption } from '@/lib/editing/omit';

import type { Choice, FieldOptions } from '../../definition';
import { labelText } from '../../label';
import type { TypeWords } from '../../type-words';

const LONGEST_VALUE = 60;

export const choiceText = (choice: Choice, language: Language): string =>
  choice.name === undefined ? choice.value : labelText(choice.name, language);

/** In the input of one language. */
export function choiceInput(choice: Choice, language: Language, main: Language): string {
  if (choice.name === undefined) return language === main ? choice.value : '';
  return textIn(choice.name, language, main);
}

export function renameChoice<T extends Choice>(
  choice: T,
  language: Language,
  text: string,
  main: Language,
  published: boolean,
): T {
  const label = withText(choice.name ?? choice.value, language, text, main);
  const value = published || language !== main ? choice.value : text.slice(0, LONGEST_VALUE);
  const plain = typeof label === 'string' && label.trim() === value;
  return { ...withOption<Choice, 'name'>(choice, 'name', plain ? undefined : label), value } as T;
}

/** One choice a line, as copied from a spreadsheet; those that are there already stay as they are. */
export function addLines(choices: Choice[], text: string, most: number): Choice[] {
  const known = new Set(choices.map(({ value }) => value));
  const added: Choice[] = [];
  for (const line of text.split('\n')) {
    const value = line.trim().slice(0, LONGEST_VALUE);
    if (value === '' || known.has(value)) continue;
    known.add(value);
    added.push({ value });
  }
  return [...choices, ...added].slice(0, most);
}

/** Three to be renamed. */
export const startingChoices = (words: TypeWords): FieldOptions => ({
  choices: [1, 2, 3].map((number) => ({ value: words('new', { number }) })),
});

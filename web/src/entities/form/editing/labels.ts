/** Editing a label that may be one text or one for each language. */
import { LANGUAGES, type Language } from '@/config/languages';
import type { Label } from '@/entities/field/label';

export const otherLanguage = (language: Language): Language =>
  LANGUAGES.find((each) => each !== language) ?? language;

/** What stands in the input of a language: one text for everybody stands in that of the page's language. */
export function textIn(label: Label | undefined, language: Language, main: Language): string {
  if (label === undefined) return '';
  if (typeof label === 'string') return language === main ? label : '';
  return label[language] ?? '';
}

/** With `text` in one language. A single text stays one; languages without a text are left out. */
export function withText(label: Label | undefined, language: Language, text: string, main: Language): Label {
  if (typeof label !== 'object') {
    if (language === main) return text;
    return text === '' ? (label ?? '') : { [main]: label ?? '', [language]: text };
  }
  const kept = { ...label, [language]: text };
  const filled = LANGUAGES.filter((each) => kept[each]);
  if (filled.length === 0) return '';
  return Object.fromEntries(filled.map((each) => [each, kept[each] ?? '']));
}

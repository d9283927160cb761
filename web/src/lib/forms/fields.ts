/** What showing a value needs to know of its field. */
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';

import { labelText, type Choice, type Field, type FieldType, type FormulaResult } from './definition';

/** A formula is shown as what it results in. */
export function shownType(field: Field): FieldType | FormulaResult {
  return field.type === 'formula' ? (field.options?.result ?? 'text') : field.type;
}

/** What the field offers, then what it offered once: the name of a stored choice is found among them. */
export function knownChoices({ options, retired = [] }: Field): Choice[] {
  return [...(options?.choices ?? []), ...retired];
}

export function choiceName(field: Field, value: string, language: Language): string {
  const choice = knownChoices(field).find((each) => each.value === value);
  return labelText(choice?.name, language) || value;
}

/** The language of the page, for labels. */
export function useLabelLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

/** What showing a value needs to know of its field. */
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';

import { labelText, type Field, type FieldType, type FormulaResult } from './definition';

/** A formula is shown as what it results in. */
export function shownType(field: Field): FieldType | FormulaResult {
  return field.type === 'formula' ? (field.options?.result ?? 'text') : field.type;
}

export function choiceName(field: Field, value: string, language: Language): string {
  const choice = field.options?.choices?.find((each) => each.value === value);
  return labelText(choice?.name, language) || value;
}

/** The language of the page, for labels. */
export function useLabelLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

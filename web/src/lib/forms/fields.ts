/** A form's fields as everything that shows records needs them: labels in the reader's language, choices, result types. */
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';
import type { Schemas } from '@/lib/api/types';

export type Label = Schemas['FormsLabel'];
export type FormField = Schemas['FormsField'];

/** The contract leaves the settings of the types open; these are the ones that showing a value needs. */
interface Options {
  choices?: { value: string; name?: Label }[];
  currency?: string;
  decimals?: number;
  unit?: string;
  result?: string;
  columns?: FormField[];
}

export function optionsOf(field: FormField): Options {
  return field.options ?? {};
}

/** A formula is shown as what it results in. */
export function shownType(field: FormField): string {
  return field.type === 'formula' ? (optionsOf(field).result ?? 'text') : field.type;
}

/** In the reader's language, or in the one that there is. */
export function labelText(label: Label | undefined, language: Language): string {
  if (label === undefined || typeof label === 'string') return label ?? '';
  return label[language] ?? Object.values(label).find(Boolean) ?? '';
}

export function choiceName(field: FormField, value: string, language: Language): string {
  const choice = optionsOf(field).choices?.find((each) => each.value === value);
  return labelText(choice?.name, language) || value;
}

/** The language of the page, for labels. */
export function useLabelLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

/** Labels of forms, fields and choices, and in which language a page reads them. */
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';
import type { Schemas } from '@/lib/api/types';

/** One text for everybody, or one for each language. */
export type Label = Schemas['FormsLabel'];

/** As the server reads a label: the asked language, else the first that there is. */
export function labelText(label: Label | undefined, language: Language): string {
  if (label === undefined || typeof label === 'string') return label ?? '';
  return label[language] ?? label['zh-CN'] ?? label.en ?? '';
}

/** The language of the page, for labels. */
export function useLabelLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

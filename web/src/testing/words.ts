/** The words of one feature in both languages, for tests of texts. */
import { createInstance, type TFunction } from 'i18next';

import type { Language } from '@/config/languages';

export async function wordsOf(
  files: Record<Language, object>,
): Promise<Record<Language, TFunction<'flows-editor'>>> {
  const i18n = createInstance();
  await i18n.init({
    resources: { 'zh-CN': { words: files['zh-CN'] }, en: { words: files.en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  const fixed = (language: Language) =>
    i18n.getFixedT(language, 'words') as unknown as TFunction<'flows-editor'>;
  return { 'zh-CN': fixed('zh-CN'), en: fixed('en') };
}

/** The words of one namespace in both languages, for tests of texts. */
import { createInstance, type TFunction } from 'i18next';

import type { Language } from '@/config/languages';

export async function wordsOf<N extends 'flows-editor' | 'condition'>(
  namespace: N,
  files: Record<Language, object>,
): Promise<Record<Language, TFunction<N>>> {
  const i18n = createInstance();
  await i18n.init({
    resources: { 'zh-CN': { [namespace]: files['zh-CN'] }, en: { [namespace]: files.en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  return { 'zh-CN': i18n.getFixedT('zh-CN', namespace), en: i18n.getFixedT('en', namespace) };
}

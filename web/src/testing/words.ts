/** The words of the flow editor in both languages, for tests of texts. */
import { createInstance, type TFunction } from 'i18next';

import type { Language } from '@/config/languages';

const NAMESPACE = 'flows-editor';

export async function wordsOf(
  files: Record<Language, object>,
): Promise<Record<Language, TFunction<typeof NAMESPACE>>> {
  const i18n = createInstance();
  await i18n.init({
    resources: { 'zh-CN': { [NAMESPACE]: files['zh-CN'] }, en: { [NAMESPACE]: files.en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  return { 'zh-CN': i18n.getFixedT('zh-CN', NAMESPACE), en: i18n.getFixedT('en', NAMESPACE) };
}

/** Language and appearance, as people choose them. */
import { useTranslation } from 'react-i18next';

import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/config/languages';
import { chooseMode, MODES, useMode } from '@/config/theme/mode';
import { changeLanguage, currentLanguage } from '@/lib/i18n/i18n';
import { announce } from '@/lib/tabs/tabs';

import { Segmented } from './segmented';

/** `onChoose` tells who is signed in, whose account keeps it, too. */
export function LanguageChoice({ onChoose }: { onChoose?: (language: Language) => void }) {
  const { t } = useTranslation('components');
  const choose = (language: Language) => {
    void changeLanguage(language);
    announce({ kind: 'language', language });
    onChoose?.(language);
  };
  const options = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  return <Segmented label={t('language')} options={options} value={currentLanguage()} onChange={choose} />;
}

export function ModeChoice() {
  const { t } = useTranslation('components');
  const options = MODES.map((value) => ({ value, label: t(`theme.${value}`) }));
  return <Segmented label={t('theme.label')} options={options} value={useMode()} onChange={chooseMode} />;
}

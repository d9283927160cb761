/** What conditions can look at, in the language of the page. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';

import { branchOperands, type Initiator } from './fields';
import type { ConditionField, Operand } from './types';

const KEYS = {
  '@initiator.member': 'initiator.member',
  '@initiator.department': 'initiator.department',
  '@initiator.role': 'initiator.role',
} as const satisfies Record<Initiator, string>;

export function useBranchOperands(fields: ConditionField[]): Operand[] {
  const { t } = useTranslation('condition');
  return useMemo(() => branchOperands(fields, (id) => t(KEYS[id])), [fields, t]);
}

/** The page's language, as operators have their words. */
export function useWordsLanguage(): Language {
  const { i18n } = useTranslation('condition');
  return isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
}

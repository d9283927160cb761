/** What conditions can look at, and how they read, in the language of the page. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import type { Condition, FlowField, Names } from '../model/types';

import { conditionText, type ConditionWords } from './condition-text';
import { operandsOf, type Initiator, type Operand } from './operands';

const KEYS = {
  '@initiator.member': 'conditions.initiator.member',
  '@initiator.department': 'conditions.initiator.department',
  '@initiator.role': 'conditions.initiator.role',
} as const satisfies Record<Initiator, string>;

export function useOperands(fields: FlowField[]): Operand[] {
  const { t } = useTranslation('flows-editor');
  return useMemo(() => operandsOf(fields, (id) => t(KEYS[id])), [fields, t]);
}

/** One line for a condition, for the cards of branches. `names` must know the members that it names. */
export function useConditionText(fields: FlowField[], names: Names): (condition: Condition) => string {
  const { t } = useTranslation('flows-editor');
  const operands = useOperands(fields);
  const formats = useFormats(useMe().company.zone);
  return useMemo(() => {
    const words: ConditionWords = { t, operands, names, formats };
    return (condition) => conditionText(condition, words);
  }, [t, operands, names, formats]);
}

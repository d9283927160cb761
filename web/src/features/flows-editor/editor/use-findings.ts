/** What is wrong with the draft: what the server says about it, and what cannot even be saved. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useChecked } from '@/lib/editing/use-checked';
import { useTyping } from '@/lib/editing/use-typing';

import { useCheck } from '../api';
import { beside, findingsOf, standing, unnamed, type Finding } from '../model/faults';

import type { Editor } from './editor';

export function useFindings(
  flowId: string,
  { definition, saver, selected }: Pick<Editor, 'definition' | 'saver' | 'selected'>,
): Finding[] {
  const { t } = useTranslation('flows-editor');
  const checked = useChecked(saver, useCheck(flowId, saver).data);
  const typing = useTyping();
  return useMemo(() => {
    const { about = definition, answer = null } = checked ?? {};
    const known = standing(findingsOf(about, answer?.errors ?? [], answer?.warnings ?? []), about, definition)
      // That there is no step yet is said where the first one would stand.
      .filter(({ spot, at }) => spot !== null || at !== 'steps' || definition.steps.length > 0);
    const all = [...unnamed(definition, t('setting.nameMissing')), ...known];
    return typing ? beside(all, selected) : all;
  }, [checked, definition, selected, typing, t]);
}

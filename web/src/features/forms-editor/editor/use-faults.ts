/** What is wrong with the draft: what the server says about it, and what cannot even be saved. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Editor } from '@/entities/form/editing/editor';
import { beside, faultsOf, standing, unnamed } from '@/entities/form/editing/faults';
import { useChecked } from '@/lib/editing/use-checked';
import { useTyping } from '@/lib/editing/use-typing';

import { useCheck } from '../api';

type Found = Pick<Editor, 'faults' | 'heldBack' | 'checked'>;

export function useFaults(
  formId: string,
  { definition, saver, selected }: Pick<Editor, 'definition' | 'saver' | 'selected'>,
): Found {
  const { t } = useTranslation('forms-editor');
  const checked = useChecked(saver, useCheck(formId, saver).data);
  const typing = useTyping();
  return useMemo(() => {
    const { about = definition, answer = null, current = false } = checked ?? {};
    const known = standing(faultsOf(about, answer?.problems ?? []), about, definition)
      // A form without fields says so where the first one would stand.
      .filter(
        ({ place, setting }) => place !== undefined || setting !== 'fields' || definition.fields.length > 0,
      );
    const all = [...unnamed(definition, t('field.nameMissing')), ...known];
    const faults = typing ? beside(all, selected) : all;
    return { faults, heldBack: all.filter((fault) => !faults.includes(fault)), checked: current };
  }, [checked, definition, selected, typing, t]);
}

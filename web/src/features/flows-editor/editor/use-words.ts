/** What every sentence about the flow is made with: its form's fields, and the names of whom it mentions. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { joinNames, NOBODY, type Named } from '@/entities/condition/text';
import type { Operand } from '@/entities/condition/types';
import { useBranchOperands, useWordsLanguage } from '@/entities/condition/use-condition';
import { useNames } from '@/entities/condition/use-names';
import type { Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { flowFields } from '../model/fields';
import { walk } from '../model/tree';
import type { Definition, Step } from '../model/types';
import { moduleOf } from '../nodes/registry';
import { namedMembers } from '../rules/rule-text';
import { namedStarters } from '../rules/starters';

import type { Words } from './editor';

export function useWords(form: Form, definitions: Definition[]): Words {
  const { t, i18n } = useTranslation('flows-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const formats = useFormats(useMe().company.zone);
  const fields = useMemo(() => flowFields(definitionOf(form.definition), language), [form, language]);
  const operands = useBranchOperands(fields);
  const { t: conditionT } = useTranslation('condition');
  const spoken = useWordsLanguage();
  const names = useNames(joinNames(definitions.flatMap((each) => namedIn(each, operands))));
  return useMemo(
    () => ({ t, conditionT, language: spoken, fields, operands, names, formats }),
    [t, conditionT, spoken, fields, operands, names, formats],
  );
}

/** Members and records whose names the cards and the changes of a flow need. */
function namedIn(definition: Definition, operands: Operand[]): Named[] {
  const steps = [...walk(definition.steps)].flatMap(({ step }) => namedAt(step, operands));
  return [{ ...NOBODY, members: namedStarters(definition.initiators ?? []) }, ...steps];
}

function namedAt(step: Step, operands: Operand[]): Named[] {
  const { rules, named } = moduleOf(step);
  return [{ ...NOBODY, members: namedMembers(rules?.(step) ?? []) }, named?.(step, operands) ?? NOBODY];
}

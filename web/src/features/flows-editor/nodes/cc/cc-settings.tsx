/** A copy: who is told. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { useEditor } from '../../editor/editor';
import { faultsBelow, findingsAt } from '../../model/faults';
import { ApproverRules } from '../../rules/approver-rules';
import { AboutStep } from '../../settings/about-step';
import type { NodeSettingsProps, StepOf } from '../node-type';

export function CcSettings({ step, onDone }: NodeSettingsProps<StepOf<'cc'>>) {
  const { t } = useTranslation('flows-editor');
  const { words, findings, changeStep } = useEditor();
  const found = findingsAt(findings, { step: step.id });
  return (
    <>
      <AboutStep step={step} about={t('about.cc')} onDone={onDone} />
      <Section title={t('setting.recipients')}>
        <ApproverRules
          use="cc"
          value={step.recipients}
          fields={words.fields}
          faults={faultsBelow(found, 'recipients')}
          onChange={(recipients) => changeStep({ ...step, recipients }, 'recipients')}
        />
      </Section>
    </>
  );
}

/** A copy: who is told. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { useEditor } from '../editor/editor';
import { faultsBelow, findingsAt } from '../model/faults';
import type { Cc } from '../model/types';
import { ApproverRules } from '../rules/approver-rules';

import { AboutStep } from './about-step';
import type { PanelProps } from './panel';

export function CcSettings({ step, onDone }: PanelProps & { step: Cc }) {
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

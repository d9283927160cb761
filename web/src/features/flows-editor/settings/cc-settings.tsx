/** A copy: who is told. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { useEditor } from '../editor/editor';
import { StepIcon } from '../editor/step-icon';
import { faultFor, faultsBelow, findingsAt } from '../model/faults';
import type { Cc } from '../model/types';
import { ApproverRules } from '../rules/approver-rules';

import { Head } from './head';
import { NameSetting } from './name-setting';
import type { PanelProps } from './panel';

export function CcSettings({ step, onDone }: PanelProps & { step: Cc }) {
  const { t } = useTranslation('flows-editor');
  const { words, findings, fresh, changeStep } = useEditor();
  const found = findingsAt(findings, { step: step.id });
  return (
    <>
      <Head
        icon={<StepIcon type="cc" />}
        title={t('type.cc')}
        about={t('about.cc')}
        spot={{ step: step.id }}
        name={step.name}
        findings={found.filter(({ at }) => at === '')}
        onDone={onDone}
      />
      <Section title={t('setting.basics')}>
        <NameSetting
          label={t('setting.name')}
          value={step.name}
          error={faultFor(found, 'name')}
          fresh={fresh === step.id}
          onChange={(name) => changeStep({ ...step, name }, 'name')}
        />
      </Section>
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

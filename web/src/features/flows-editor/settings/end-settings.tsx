/** An end before the end: with which outcome. */
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';

import { useEditor } from '../editor/editor';
import { StepIcon } from '../editor/step-icon';
import { faultFor, findingsAt } from '../model/faults';
import type { End } from '../model/types';

import { ChoiceSetting } from './choice-setting';
import { Head } from './head';
import { NameSetting } from './name-setting';
import type { PanelProps } from './panel';

const OUTCOMES = ['approved', 'rejected'] as const;

export function EndSettings({ step, onDone }: PanelProps & { step: End }) {
  const { t } = useTranslation('flows-editor');
  const { findings, fresh, changeStep } = useEditor();
  const found = findingsAt(findings, { step: step.id });
  return (
    <>
      <Head
        icon={<StepIcon type="end" outcome={step.outcome} />}
        title={t('type.end')}
        about={t('about.end')}
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
        <ChoiceSetting
          label={t('setting.outcome')}
          value={step.outcome}
          options={OUTCOMES.map((outcome) => ({
            value: outcome,
            label: t(`end.${outcome}`),
            about: t(`end.${outcome}Text`),
          }))}
          onChange={(outcome) => changeStep({ ...step, outcome })}
        />
      </Section>
    </>
  );
}

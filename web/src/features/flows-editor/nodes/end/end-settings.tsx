/** An end before the end: with which outcome. */
import { useTranslation } from 'react-i18next';

import { ChoiceSetting } from '@/components/editing/choice-setting';

import { useEditor } from '../../editor/editor';
import { AboutStep } from '../../settings/about-step';
import type { NodeSettingsProps, StepOf } from '../node-type';

const OUTCOMES = ['approved', 'rejected'] as const;

export function EndSettings({ step, onDone }: NodeSettingsProps<StepOf<'end'>>) {
  const { t } = useTranslation('flows-editor');
  const { changeStep } = useEditor();
  return (
    <AboutStep step={step} about={t('about.end')} onDone={onDone}>
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
    </AboutStep>
  );
}

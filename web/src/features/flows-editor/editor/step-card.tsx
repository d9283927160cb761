/** A step that has no arms, with the sentence of what it does. */
import { useTranslation } from 'react-i18next';

import type { Step } from '../model/types';
import { moduleOf } from '../nodes/registry';

import { Card } from './card';
import { IconOfStep } from './step-icon';

export function StepCard({ step }: { step: Step }) {
  const { t } = useTranslation('flows-editor');
  const { Summary } = moduleOf(step);
  return (
    <Card
      spot={{ step: step.id }}
      kind="step"
      label={t('card.open', { name: step.name || t('card.unnamed'), type: t(`type.${step.type}`) })}
      icon={<IconOfStep step={step} />}
      name={step.name || t('card.unnamed')}
      drags
      tools
    >
      {Summary && <Summary step={step} />}
    </Card>
  );
}

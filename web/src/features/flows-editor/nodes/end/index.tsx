/** An end before the end. */
import { Ban, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import styles from '../../editor/step-card.module.css';
import { defineNode, type StepOf } from '../node-type';

import { EndSettings } from './end-settings';

function Summary({ step }: { step: StepOf<'end'> }) {
  const { t } = useTranslation('flows-editor');
  return <p className={styles.text}>{t(`end.${step.outcome}Text`)}</p>;
}

export const node = defineNode<'end'>({
  type: 'end',
  rank: 4,
  icon: CircleCheck,
  other: { icon: Ban, when: ({ outcome }) => outcome === 'rejected' },
  offered: 'last',
  create: (common) => ({ type: 'end', ...common, outcome: 'approved' }),
  Summary,
  Settings: EndSettings,
});

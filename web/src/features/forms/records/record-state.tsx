import { useTranslation } from 'react-i18next';

import { StatusTag, type Tone } from '@/components/status-tag';

import type { State } from './api';

const TONES: Record<State, Tone> = {
  draft: 'warning',
  active: 'neutral',
  in_approval: 'progress',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
};

export const STATES = Object.keys(TONES) as State[];

export function RecordState({ state }: { state: State }) {
  const { t } = useTranslation('forms');
  return <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
}

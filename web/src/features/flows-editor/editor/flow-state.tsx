import { useTranslation } from 'react-i18next';

import { StatusTag } from '@/components/status-tag';
import type { FlowEntry } from '@/entities/flow/api';

export function FlowState({ flow }: { flow: Pick<FlowEntry, 'status' | 'published_version'> }) {
  const { t } = useTranslation('flows-editor');
  if (flow.status === 'published') {
    return <StatusTag tone="success">{t('state.published', { version: flow.published_version })}</StatusTag>;
  }
  return <StatusTag>{t(`state.${flow.status}`)}</StatusTag>;
}

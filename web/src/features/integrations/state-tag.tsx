import { useTranslation } from 'react-i18next';

import { StatusTag } from '@/components/status-tag';

import type { Webhook } from './api';

export function StateTag({ webhook: { enabled, disabled_reason } }: { webhook: Webhook }) {
  const { t } = useTranslation('integrations');
  if (enabled) return <StatusTag tone="success">{t('state.on')}</StatusTag>;
  const why = disabled_reason ?? 'by_member';
  return <StatusTag tone={why === 'by_member' ? 'neutral' : 'danger'}>{t(`state.${why}`)}</StatusTag>;
}

/** Where a run is: its state, and the step at which it waits. */
import { useTranslation } from 'react-i18next';

import { StatusTag } from '@/components/status-tag';

import type { Started } from './api';
import { TONES } from './status';
import styles from './whereabouts.module.css';

export function Whereabouts({ row }: { row: Pick<Started, 'status' | 'node_name'> }) {
  const { t } = useTranslation('flows');
  return (
    <span className={styles.where}>
      <StatusTag tone={TONES[row.status]}>{t(`status.${row.status}`)}</StatusTag>
      {row.status === 'running' && row.node_name && <span className={styles.node}>{row.node_name}</span>}
    </span>
  );
}

/** Whether the draft is safe: saved, on its way, or why not and what to do. */
import { Button } from 'antd';
import { CircleCheck, CircleDashed, CloudOff, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { errorText } from '@/components/problem-note';
import { ApiProblem } from '@/lib/api/problem';
import type { Saver } from '@/lib/editing/saver';

import styles from './save-status.module.css';

/** What is edited makes no difference here. */
export type AnySaver = Pick<Saver<unknown>, 'subscribe' | 'state' | 'flush'>;

export function SaveStatus({ saver }: { saver: AnySaver }) {
  const { t } = useTranslation(['editing', 'components']);
  const { t: words } = useTranslation('components');
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  if (state.is === 'failed') {
    const { error } = state;
    const faults = error instanceof ApiProblem ? error.fields.map(({ message }) => message) : [];
    return (
      <span className={styles.status} data-tone="danger" role="alert">
        <CloudOff size={15} aria-hidden="true" />
        <span>
          {t('save.failed')} {[errorText(error, words), ...faults].join(' ')}
        </span>
        <Button size="small" onClick={() => void saver.flush()}>
          {t('components:retry')}
        </Button>
      </span>
    );
  }
  const warns = state.is === 'held' || state.is === 'stale';
  const Icon = warns ? TriangleAlert : state.is === 'saved' ? CircleCheck : CircleDashed;
  return (
    <span className={styles.status} data-tone={warns ? 'warning' : 'quiet'} role="status">
      <Icon size={15} aria-hidden="true" />
      {t(`save.${state.is}`)}
    </span>
  );
}

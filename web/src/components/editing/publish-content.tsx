/** Before publishing: what will change for people, or what still keeps it from being published. */
import { Button } from 'antd';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import type { Saver } from '@/lib/editing/saver';

import styles from './publish-content.module.css';

export interface FaultShown {
  key: string;
  where: string;
  message: string;
  go: () => void;
}

interface Props {
  /** Missing until the check of the saved draft has answered. */
  found: { faults: FaultShown[]; warnings?: FaultShown[]; nothing: boolean } | undefined;
  checking: { error: Error | null; again: () => void };
  publishing: { error: Error | null; busy: boolean; go: () => void };
  hint: string;
  onClose: () => void;
  /** The list of changes. */
  children: ReactNode;
}

/** Whether everything typed is on the server by now: null while that is not known. */
export function useFlushed(saver: Pick<Saver<unknown>, 'flush'>): boolean | null {
  const [flushed, setFlushed] = useState<boolean | null>(null);
  useEffect(() => {
    void saver.flush().then(setFlushed);
  }, [saver]);
  return flushed;
}

export function PublishContent({ found, checking, publishing, hint, onClose, children }: Props) {
  const { t } = useTranslation(['editing', 'components']);
  if (checking.error) return <ErrorState error={checking.error} again={checking.again} />;
  if (!found) return <Skeleton rows={3} />;
  const { faults, warnings = [], nothing } = found;
  if (faults.length > 0) {
    return (
      <div className={styles.content}>
        <p className={styles.hint}>{t('publish.faults', { count: faults.length })}</p>
        <Faults faults={faults} tone="danger" onClose={onClose} />
        {warnings.length > 0 && <Faults faults={warnings} tone="warning" onClose={onClose} />}
      </div>
    );
  }
  return (
    <div className={styles.content}>
      {nothing ? (
        <p>{t('publish.nothing')}</p>
      ) : (
        <>
          <p className={styles.hint}>{hint}</p>
          {children}
        </>
      )}
      {warnings.length > 0 && (
        <>
          <p className={styles.hint}>{t('publish.warnings', { count: warnings.length })}</p>
          <Faults faults={warnings} tone="warning" onClose={onClose} />
        </>
      )}
      <ProblemNote error={publishing.error} />
      <div className={styles.actions}>
        <Button disabled={publishing.busy} onClick={onClose}>
          {t('components:cancel')}
        </Button>
        <Button type="primary" disabled={nothing} loading={publishing.busy} onClick={publishing.go}>
          {t('publish.action')}
        </Button>
      </div>
    </div>
  );
}

interface FaultsProps {
  faults: FaultShown[];
  tone: 'danger' | 'warning';
  onClose: () => void;
}

function Faults({ faults, tone, onClose }: FaultsProps) {
  const Icon = tone === 'danger' ? CircleAlert : TriangleAlert;
  return (
    <ul className={styles.faults}>
      {faults.map(({ key, where, message, go }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.fault}
            data-tone={tone}
            onClick={() => {
              onClose();
              go();
            }}
          >
            <Icon size={16} aria-hidden="true" />
            <span className={styles.where}>{where}</span>
            <span className={styles.message}>{message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

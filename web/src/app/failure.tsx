/** A page that could not be shown at all: a failed load, or a fault of ours. */
import { Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { ApiProblem, NoAnswer } from '@/lib/api/problem';
import { isOnline, onConnection, probe } from '@/lib/net/connection';

import styles from './failure.module.css';

/** Which failure this tab has reloaded for: once is enough. */
const RELOADED = 'banli.reloaded';

const reload = () => {
  window.location.reload();
};

export function Failure() {
  const error = useRouteError();
  const { t } = useTranslation('app');
  const online = useSyncExternalStore(onConnection, isOnline);
  const missing = isMissingFile(error);
  useEffect(() => {
    // Either a new version was published, and the file of this page is gone: the new version has the right one. Or there
    // was no network: reloading without one would end on a page of the browser's own.
    if (!missing || !online || sessionStorage.getItem(RELOADED) === String(error)) return;
    void probe().then((answered) => {
      if (!answered) return;
      sessionStorage.setItem(RELOADED, String(error));
      reload();
    });
  }, [error, missing, online]);
  return (
    <div className={styles.failure}>
      {error instanceof ApiProblem || error instanceof NoAnswer ? (
        <ErrorState error={error} again={reload} />
      ) : missing && !online ? (
        <ErrorState error={new NoAnswer(error)} again={() => void probe()} />
      ) : (
        <div role="alert" className={styles.own}>
          <h1>{t('failure.title')}</h1>
          <p>{t('failure.hint')}</p>
          <Button onClick={reload}>{t('failure.reload')}</Button>
        </div>
      )}
    </div>
  );
}

function isMissingFile(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}

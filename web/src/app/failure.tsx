/** A page that could not be shown at all: a failed load, or a fault of ours. */
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { ApiProblem, NoAnswer } from '@/lib/api/problem';

import styles from './failure.module.css';

const reload = () => {
  window.location.reload();
};

export function Failure() {
  const error = useRouteError();
  const { t } = useTranslation('app');
  useEffect(() => {
    // A new version was published, and the file of this page is gone: the page of the new version has the right one.
    if (isMissingFile(error) && sessionStorage.getItem('banli.reloaded') !== String(error)) {
      sessionStorage.setItem('banli.reloaded', String(error));
      reload();
    }
  }, [error]);
  return (
    <div className={styles.failure}>
      {error instanceof ApiProblem || error instanceof NoAnswer ? (
        <ErrorState error={error} again={reload} />
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

/** It could not be loaded: what happened, and the way on. */
import { Button } from 'antd';
import { CloudOff, SearchX, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ApiProblem, isProblem } from '@/lib/api/problem';

import { errorText } from './problem-note';
import styles from './states.module.css';

interface Props {
  error: Error;
  again?: () => void;
}

export function ErrorState({ error, again }: Props) {
  const { t } = useTranslation('components');
  const missing = isProblem(error, 'not_found');
  const Icon = missing ? SearchX : error instanceof ApiProblem ? TriangleAlert : CloudOff;
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon}>
        <Icon size={22} strokeWidth={1.6} aria-hidden="true" />
      </span>
      <p className={styles.title}>{errorText(error, t)}</p>
      {error instanceof ApiProblem && error.status >= 500 && (
        <p className={styles.hint}>{t('problem.id', { id: error.correlationId })}</p>
      )}
      {again && !missing && (
        <div className={styles.action}>
          <Button onClick={again}>{t('retry')}</Button>
        </div>
      )}
    </div>
  );
}

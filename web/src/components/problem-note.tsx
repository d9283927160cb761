/** What went wrong with something that was just tried, next to the button that was pressed; it stays until the next try. */
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ApiProblem, isProblem } from '@/lib/api/problem';

import styles from './problem-note.module.css';
import { UsedIn } from './used-in';

export function ProblemNote({ error }: { error: Error | null }) {
  const { t } = useTranslation('components');
  if (!error) return null;
  return (
    <div className={styles.note} role="alert">
      <CircleAlert size={16} aria-hidden="true" className={styles.icon} />
      <div>
        <p>{errorText(error, t)}</p>
        {isProblem(error, 'in_use') && <UsedIn problem={error} />}
        {error instanceof ApiProblem && error.code !== 'in_use' && error.fields.length > 0 && (
          <ul className={styles.fields}>
            {error.fields.map((fault) => (
              <li key={fault.path.join('/') + fault.message}>{fault.message}</li>
            ))}
          </ul>
        )}
        {error instanceof ApiProblem && error.status >= 500 && (
          <p className={styles.id}>{t('problem.id', { id: error.correlationId })}</p>
        )}
      </div>
    </div>
  );
}

/** One sentence for people: the server's own, or what "no answer" means. */
export function errorText(error: Error, t: (key: 'problem.noAnswer' | 'problem.gateway') => string): string {
  if (!(error instanceof ApiProblem)) return t('problem.noAnswer');
  return error.code === 'gateway' ? t('problem.gateway') : error.message;
}

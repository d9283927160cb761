/** Holds the place of rows that are being loaded, so that nothing jumps when they come. Invisible for the first moment. */
import { useTranslation } from 'react-i18next';

import styles from './skeleton.module.css';

export function Skeleton({ rows = 3 }: { rows?: number }) {
  const { t } = useTranslation('components');
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}

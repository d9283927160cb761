/** How many records a list holds: 共 10 条; "1,000+" where only so many were counted. */
import { useTranslation } from 'react-i18next';

import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import styles from './records-page.module.css';

export function RecordCount({ count, exact }: { count: number; exact: boolean }) {
  const { t } = useTranslation('forms');
  const formats = useFormats(useMe().company.zone);
  const shown = formats.number(String(count));
  return (
    <span className={styles.count} aria-live="polite">
      {t('records.count', { count, shown: exact ? shown : `${shown}+` })}
    </span>
  );
}

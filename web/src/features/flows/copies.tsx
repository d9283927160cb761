/** Who is kept informed, and whether they have looked. */
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';

import type { Run } from './api';
import styles from './copies.module.css';

export function Copies({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  if (run.copies.length === 0) return null;
  return (
    <Card title={t('copy.people')}>
      <ul className={styles.people}>
        {run.copies.map(({ member, read_at }) => (
          <li key={member.id} className={styles.person}>
            <span>{member.name}</span>
            <span className={styles.read}>
              {read_at === null ? (
                t('copy.unread')
              ) : (
                <>
                  {t('copy.read')} <DateText value={read_at} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

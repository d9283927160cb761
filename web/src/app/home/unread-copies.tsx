/** What I was told and have not looked at; nothing of it, nothing shown. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { useCopied } from '@/features/flows/api';

import styles from './short-list.module.css';

const LOOKED_AT = 30;
const SHOWN = 5;

export function UnreadCopies() {
  const { t } = useTranslation(['app', 'flows']);
  const unread = useCopied('', LOOKED_AT).items.filter(({ read_at }) => read_at === null);
  if (unread.length === 0) return null;
  return (
    <Card title={t('app:home.cc')} extra={<Link to="/cc">{t('app:home.all')}</Link>}>
      <ul className={styles.list}>
        {unread.slice(0, SHOWN).map((row) => (
          <li key={row.run_id} className={styles.row}>
            <Link to={`/runs/${row.run_id}`} className={styles.title}>
              {row.title}
            </Link>
            <span className={styles.about}>
              {t('flows:about', { form: row.form_name, name: row.initiator.name })}
              <span className={styles.when}>
                <DateText value={row.at} as="relative" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

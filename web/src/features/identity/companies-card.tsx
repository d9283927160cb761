/** The companies of the account, and going from one to another. */
import { Button } from 'antd';
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';

import styles from './account.module.css';
import { useSession, useSwitchCompany } from './api';

export function CompaniesCard() {
  const { t } = useTranslation('identity');
  const { data: session, error, refetch } = useSession();
  const change = useSwitchCompany();
  return <Card title={t('companies.title')}>{content()}</Card>;

  function content() {
    if (error && !session) return <ErrorState error={error} again={() => void refetch()} />;
    if (!session) return <Skeleton rows={2} />;
    return (
      <>
        <p className={styles.hint}>{t(session.companies.length > 1 ? 'companies.hint' : 'companies.one')}</p>
        <ul className={styles.rows}>
          {session.companies.map(({ tenant_id: id, company }) => (
            <li key={id} className={styles.row}>
              <Building2 size={20} strokeWidth={1.6} aria-hidden="true" className={styles.icon} />
              <p className={`${styles.about} ${styles.name}`}>{company}</p>
              {id === session.tenant_id ? (
                <StatusTag tone="success">{t('companies.current')}</StatusTag>
              ) : (
                <Button
                  size="small"
                  aria-label={t('companies.switchTo', { company })}
                  loading={(change.isPending || change.isSuccess) && change.variables === id}
                  disabled={change.isPending || change.isSuccess}
                  onClick={() => change.mutate(id)}
                >
                  {t('companies.switch')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <ProblemNote error={change.error} />
      </>
    );
  }
}

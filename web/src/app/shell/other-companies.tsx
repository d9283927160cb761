/** The way to the account's other companies; with one company there is nothing to choose. */
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import { useSession, useSwitchCompany } from '@/features/identity/api';

import styles from './account-menu.module.css';

export function OtherCompanies() {
  const { t } = useTranslation('app');
  const { data: session } = useSession();
  const change = useSwitchCompany();
  const others = session?.companies.filter(({ tenant_id: id }) => id !== session.tenant_id) ?? [];
  if (others.length === 0) return null;
  return (
    <div className={styles.companies} role="group" aria-label={t('shell.companies')}>
      <p className={styles.heading}>{t('shell.companies')}</p>
      {others.map(({ tenant_id: id, company }) => (
        <button
          key={id}
          type="button"
          className={styles.other}
          disabled={change.isPending || change.isSuccess}
          onClick={() => change.mutate(id)}
        >
          <Building2 size={16} aria-hidden="true" />
          {company}
        </button>
      ))}
      <ProblemNote error={change.error} />
    </div>
  );
}

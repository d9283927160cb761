/** A mailed link of another company than the one that is signed in: go there, or stay. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';

import { AuthFrame } from '@/components/auth-frame';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { ApiProblem } from '@/lib/api/problem';
import { companyOf, withoutCompany } from '@/lib/routing/company';
import { nextPath } from '@/lib/routing/page';
import { leave } from '@/lib/session/enter';

import { useSession, useSwitchCompany, type Session } from './api';
import styles from './other-company.module.css';

export function Page() {
  const { t } = useTranslation('identity');
  const [search] = useSearchParams();
  const next = nextPath(search.get('next'));
  const { data: session, error, refetch } = useSession();
  if (error instanceof ApiProblem && error.status === 401) return <Navigate to={signIn(next)} replace />;
  if (session) return <Choice session={session} next={next} />;
  return (
    <AuthFrame title={t('otherCompany.title')}>
      {error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={3} />}
    </AuthFrame>
  );
}

function Choice({ session, next }: { session: Session; next: string }) {
  const wanted = companyOf(next);
  const there = session.companies.find(({ tenant_id: id }) => id === wanted);
  if (wanted === null || wanted === session.tenant_id) return <Navigate to={withoutCompany(next)} replace />;
  if (!there) return <Strange next={next} />;
  return <GoThere session={session} there={there} next={withoutCompany(next)} />;
}

interface GoThereProps {
  session: Session;
  there: Session['companies'][number];
  next: string;
}

function GoThere({ session, there, next }: GoThereProps) {
  const { t } = useTranslation('identity');
  const change = useSwitchCompany(next);
  return (
    <AuthFrame
      title={t('otherCompany.title')}
      hint={
        <Trans
          t={t}
          i18nKey="otherCompany.text"
          values={{ wanted: there.company, current: session.company }}
          components={{ b: <b className={styles.company} /> }}
        />
      }
    >
      <div className={styles.choice}>
        <ProblemNote error={change.error} />
        <Button
          type="primary"
          size="large"
          block
          className={styles.button ?? ''}
          loading={change.isPending || change.isSuccess}
          onClick={() => change.mutate(there.tenant_id)}
        >
          {t('otherCompany.go', { company: there.company })}
        </Button>
        <p className={styles.hint}>{t('otherCompany.goHint')}</p>
        <Link to="/">{t('otherCompany.stay', { company: session.company })}</Link>
      </div>
    </AuthFrame>
  );
}

function Strange({ next }: { next: string }) {
  const { t } = useTranslation('identity');
  const { busy, error, change } = useOtherAccount(next);
  return (
    <AuthFrame title={t('otherCompany.strangeTitle')} hint={t('otherCompany.strange')}>
      <div className={styles.choice}>
        <ProblemNote error={error} />
        <Button type="primary" size="large" block loading={busy} onClick={change}>
          {t('otherCompany.other')}
        </Button>
        <Link to="/">{t('otherCompany.home')}</Link>
      </div>
    </AuthFrame>
  );
}

function useOtherAccount(next: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const change = () => {
    setBusy(true);
    setError(null);
    leave().then(
      () => {
        client.clear();
        void navigate(signIn(next), { replace: true });
      },
      (fault: unknown) => {
        setBusy(false);
        setError(fault instanceof Error ? fault : new Error(String(fault)));
      },
    );
  };
  return { busy, error, change };
}

function signIn(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}

/** The address of an approval, as old mails have it: leads to the page of its document, to this round. */
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { isProblem } from '@/lib/api/problem';
import { documentPath } from '@/lib/routing/document';

import { runQuery } from './api';

export function Page() {
  const { t } = useTranslation('flows');
  const { runId = '' } = useParams();
  const run = useQuery(runQuery(runId));
  if (run.data) return <Navigate to={documentPath(run.data.record_id, runId)} replace />;
  return (
    <Frame title={t('run.title')}>
      {isProblem(run.error, 'run_not_found') ? (
        // Not there, or not for this person, which look the same: a mailed link may be older than their part in it.
        <EmptyState
          icon={SearchX}
          title={t('run.missing')}
          hint={t('run.missingHint')}
          action={<Link to="/todos">{t('run.toTodos')}</Link>}
        />
      ) : run.error ? (
        <ErrorState error={run.error} again={() => void run.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Frame>
  );
}

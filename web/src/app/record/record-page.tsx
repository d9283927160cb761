/** The page of one document, whatever became of it. `?run=` names the round that is asked for. */
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { useRecord } from '@/entities/record/api';
import { isProblem } from '@/lib/api/problem';

import { Document } from './document';
import { GoneDocument } from './gone-document';

const MOVED = { moved: true };

export function Page() {
  const { t } = useTranslation('forms');
  const { recordId = '' } = useParams();
  const [search] = useSearchParams();
  const location = useLocation();
  const runId = search.get('run') ?? '';
  const record = useRecord(recordId);
  // What is known of it stays in sight while it is read anew, but not once it is known to be gone.
  if (isProblem(record.error, 'not_found')) {
    return <GoneDocument key={recordId} recordId={recordId} wanted={runId} />;
  }
  if (record.data && record.data.id !== recordId) {
    // It was merged into another: its address leads there.
    const to = { pathname: `/records/${record.data.id}`, search: search.toString() };
    return <Navigate to={to} replace state={MOVED} />;
  }
  if (record.data) {
    return (
      <LinksProvider links={record.data.links}>
        <Document
          key={`${recordId} ${runId}`}
          record={record.data}
          wanted={runId}
          moved={(location.state as typeof MOVED | null)?.moved === true}
        />
      </LinksProvider>
    );
  }
  return (
    <Frame title={t('record.heading')} back={{ to: '/records', label: t('records.heading') }}>
      {record.error ? (
        <ErrorState error={record.error} again={() => void record.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Frame>
  );
}

/** Importing an Excel or CSV file into a form: file, columns, what would be wrong, progress, result. */
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm } from '@/entities/form/api';
import { FileChoice } from '@/entities/spreadsheet/file-choice';

import { templateUrl, useImport, usePrepare, type Import } from './api';
import { Checking } from './checking';
import { Running } from './running';

export function Page() {
  const { t } = useTranslation('imports');
  const { formId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const importId = search.get('import') ?? '';
  const language = useLabelLanguage();
  const form = usePublishedForm(formId);
  const found = useImport(formId, importId);
  const name = labelText(form.data?.name, language);
  const error = form.error ?? (importId !== '' ? found.error : null);
  const again = () => setSearch({}, { replace: true });
  return (
    <Frame
      title={name === '' ? t('title') : t('titleOf', { form: name })}
      back={{ to: `/forms/${formId}/records`, label: name || t('records') }}
      actions={importId === '' && <Template formId={formId} />}
    >
      {error ? (
        <ErrorState error={error} again={() => void (form.error ? form.refetch() : found.refetch())} />
      ) : importId === '' ? (
        <Choosing
          formId={formId}
          upload={search.get('upload') ?? ''}
          onPrepared={({ id }) => setSearch({ import: id }, { replace: true })}
        />
      ) : !found.data || !form.data ? (
        <Skeleton rows={6} />
      ) : found.data.state === 'prepared' ? (
        <Checking key={importId} form={form.data} made={found.data} onAgain={again} />
      ) : (
        <Running formId={formId} made={found.data} onAgain={again} />
      )}
    </Frame>
  );
}

interface ChoosingProps {
  formId: string;
  /** A file that was sent before, to make the form of. */
  upload: string;
  onPrepared: (made: Import) => void;
}

function Choosing({ formId, upload, onPrepared }: ChoosingProps) {
  const prepare = usePrepare(formId, onPrepared);
  const { mutate } = prepare;
  const begun = useRef(false);
  useEffect(() => {
    if (upload === '' || begun.current) return;
    begun.current = true;
    mutate(upload);
  }, [mutate, upload]);
  return (
    <Card>
      {prepare.isPending ? <Skeleton rows={4} /> : <FileChoice onSent={(id) => prepare.mutate(id)} />}
      <ProblemNote error={prepare.error} />
    </Card>
  );
}

function Template({ formId }: { formId: string }) {
  const { t } = useTranslation('imports');
  const [error, setError] = useState<Error | null>(null);
  return (
    <>
      <ProblemNote error={error} />
      <Button
        icon={<Download size={15} aria-hidden="true" />}
        onClick={() => void templateUrl(formId).then((url) => window.location.assign(url), setError)}
      >
        {t('template')}
      </Button>
    </>
  );
}

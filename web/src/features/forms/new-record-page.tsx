/** Filling in a form and submitting it. */
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { hasWideLines } from '@/entities/entry/lines-width';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';

import { NewRecord } from './new-record';

export function Page() {
  const { t } = useTranslation('forms');
  const { formId = '' } = useParams();
  const [search] = useSearchParams();
  const [path, recordId] = [search.get('link') ?? '', search.get('to') ?? ''];
  const language = useLabelLanguage();
  const form = usePublishedForm(formId);
  const back = { to: '/new', label: t('open.title') };
  if (!form.data) {
    return (
      <Frame title={t('open.title')} back={back}>
        {form.error ? (
          <ErrorState error={form.error} again={() => void form.refetch()} />
        ) : (
          <Skeleton rows={6} />
        )}
      </Frame>
    );
  }
  const { name, description, version } = form.data;
  const { fields } = definitionOf(form.data.definition);
  return (
    <Frame
      title={labelText(name, language)}
      hint={labelText(description, language)}
      back={back}
      width={form.data.flow_id === '' && !hasWideLines(fields) ? 'narrow' : 'wide'}
    >
      <NewRecord
        key={`${version} ${path} ${recordId}`}
        form={form.data}
        fields={fields}
        linked={path !== '' && recordId !== '' ? { path, recordId } : null}
      />
    </Frame>
  );
}

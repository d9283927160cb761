/** After publishing: to fill one in, to send the link, and to give the form a flow. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { PublishedPanel } from '@/components/editing/published-panel';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { flowOf, flowPlace, useFlows } from '@/entities/flow/api';
import { type Form } from '@/entities/form/api';
import { useEditor } from '@/entities/form/editing/editor';
import { fileOf } from '@/entities/spreadsheet/made-of';
import { useCan } from '@/lib/session/me';

import { usePublishedForm } from '../api';

export function Published({ version }: { version: number }) {
  const { t } = useTranslation('forms-editor');
  const { formId } = useEditor();
  const designs = useCan()('flows.build');
  const { data: form, error, refetch } = usePublishedForm(formId, version);
  if (error) return <ErrorState error={error} again={() => void refetch()} />;
  if (!form) return <Skeleton rows={3} />;
  return (
    <PublishedPanel
      version={version}
      formId={formId}
      open={form.can_submit}
      text={t(`published.${stateOf(form)}`)}
      more={
        <>
          <ImportButton form={form} />
          {designs && <FlowButton form={form} />}
        </>
      }
    />
  );
}

function stateOf({ flow_id, approval }: Form): 'withFlow' | 'waits' | 'none' {
  if (flow_id !== '') return 'withFlow';
  return approval === 'flow' ? 'waits' : 'none';
}

/** The rows of the file that the form was made of. */
function ImportButton({ form }: { form: Form }) {
  const { t } = useTranslation('forms-editor');
  const navigate = useNavigate();
  const made = fileOf(form.id);
  if (!made || !form.can_import) return null;
  return (
    <Button onClick={() => void navigate(`/forms/${form.id}/import?upload=${made.upload}`)}>
      {t('fromFile.import')}
    </Button>
  );
}

function FlowButton({ form }: { form: Form }) {
  const { t } = useTranslation('forms-editor');
  const navigate = useNavigate();
  const flow = flowOf(useFlows().items, form);
  const state = stateOf(form);
  return (
    <Button
      type={state === 'waits' ? 'primary' : 'default'}
      onClick={() => void navigate(flowPlace(flow, form.id))}
    >
      {t(state === 'withFlow' ? 'published.seeFlow' : 'published.makeFlow')}
    </Button>
  );
}

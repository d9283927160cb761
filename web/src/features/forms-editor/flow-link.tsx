/** The flow of a form by its name, or the way to give it one; for those who may not design flows only the words. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { flowOf, flowPlace, useFlows } from '@/entities/flow/api';
import type { FormEntry } from '@/entities/form/api';
import { useCan } from '@/lib/session/me';

type Form = Pick<FormEntry, 'id' | 'flow_id' | 'approval' | 'published_version' | 'archived'>;

export function FlowLink({ form }: { form: Form }) {
  const can = useCan();
  return can('flows.build') ? <Linked form={form} /> : <Said form={form} />;
}

function Linked({ form }: { form: Form }) {
  const { t } = useTranslation('forms-editor');
  const flow = flowOf(useFlows().items, form);
  if (form.flow_id !== '')
    return <Link to={`/manage/flows/${form.flow_id}`}>{flow?.name ?? t('list.flowYes')}</Link>;
  if (form.approval === 'none' || form.published_version === 0 || form.archived) return <Said form={form} />;
  return (
    <Link to={flowPlace(flow, form.id)}>
      {flow ? t('list.flowDraft', { name: flow.name }) : t('list.flowMake')}
    </Link>
  );
}

function Said({ form }: { form: Form }) {
  const { t } = useTranslation('forms-editor');
  if (form.flow_id !== '') return t('list.flowYes');
  return t(form.approval === 'none' ? 'list.flowNone' : 'list.flowNo');
}

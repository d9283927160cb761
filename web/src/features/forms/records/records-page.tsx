/** The records of one form, as far as this person may read them. View, filter and order stand in the address. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { comparisonsOf } from '@/entities/condition/tree';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm, type Form } from '@/entities/form/api';

import { useRecordCount } from './api';
import { ListActions } from './list-actions';
import { STATE } from './list-query';
import { RecordsBody } from './records-body';
import { RecordsToolbar } from './records-toolbar';
import { LayoutTools } from './views/layout-tools';
import { useChosenColumns } from './views/use-chosen-columns';
import { useListState } from './views/use-list-state';
import { ViewBar } from './views/view-bar';

export function Page() {
  const { t } = useTranslation('forms');
  const { formId = '' } = useParams();
  const form = usePublishedForm(formId);
  if (form.data) return <Records key={formId} form={form.data} />;
  return (
    <Frame title={t('records.heading')} back={{ to: '/records', label: t('records.heading') }}>
      {form.error ? (
        <ErrorState error={form.error} again={() => void form.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Frame>
  );
}

function Records({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const navigate = useNavigate();
  const body = useId();
  const state = useListState(form);
  const count = useRecordCount(form.id, state.asked, !state.waits);
  // Told by the list below: some record has a state that says something.
  const [stateful, setStateful] = useState(false);
  // Without a flow every record is simply there: a state would say nothing.
  const staged =
    form.flow_id !== '' ||
    stateful ||
    (state.condition !== null && comparisonsOf(state.condition).some(({ field }) => field === STATE));
  const { known, chosen, columns } = useChosenColumns(state, staged);
  const name = labelText(form.name, language);
  const create = form.can_submit ? () => void navigate(`/forms/${form.id}/new`) : null;
  return (
    <Frame
      title={name}
      back={{ to: '/records', label: t('records.heading') }}
      hint={form.archived ? t('records.archived') : undefined}
      actions={<ListActions form={form} asked={state.asked} onCreate={create} />}
    >
      <ViewBar state={state} controls={body} />
      <div id={body}>
        {state.waits ? (
          <Skeleton rows={6} />
        ) : (
          <RecordsBody
            key={state.view?.id ?? ''}
            state={state}
            label={name}
            columns={columns}
            chosen={chosen}
            onStateful={setStateful}
            onCreate={create}
            filters={
              <RecordsToolbar
                definition={state.definition}
                operands={state.operands}
                staged={staged}
                search={state.asked.q}
                onSearch={state.search}
                condition={state.condition}
                onChange={state.setCondition}
                sort={state.asked.sort}
                onSort={(next) => state.set('sort', next)}
                count={count.data}
              >
                <LayoutTools state={state} known={known} chosen={chosen} staged={staged} />
              </RecordsToolbar>
            }
          />
        )}
      </div>
    </Frame>
  );
}

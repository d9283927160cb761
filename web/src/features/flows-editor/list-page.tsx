/** All flows of the company, for those who build them. */
import { Button } from 'antd';
import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { ConfirmAction } from '@/components/confirm-action';
import type { Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { BuildList } from '@/components/editing/build-list';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { labelText } from '@/entities/field/label';
import { useFlows, type FlowEntry } from '@/entities/flow/api';
import { useForms } from '@/entities/form/api';
import { useUrlState } from '@/lib/routing/url-state';
import { useCan } from '@/lib/session/me';

import { useDisableFlow } from './api';
import { CreateDialog } from './create-dialog';
import { FlowState } from './editor/flow-state';
import styles from './list-page.module.css';
import { VersionsDialog } from './versions-dialog';

const STATES = ['all', 'draft', 'published', 'disabled'] as const;

export function Page() {
  const { t } = useTranslation('flows-editor');
  const [creating, setCreating] = useState(false);
  // Whoever comes from a form to give it a flow.
  const [{ form }, setFor] = useUrlState({ form: '' });
  const [versions, setVersions] = useState<FlowEntry | null>(null);
  return (
    <BuildList
      list={useFlows()}
      icon={Waypoints}
      words={(word) => t(`list.${word}`)}
      states={STATES}
      stateName={(state) => t(`filter.${state}`)}
      isIn={({ status }, state) => (state === 'all' ? status !== 'disabled' : status === state)}
      names={({ name }) => [name]}
      columns={useColumns(setVersions)}
      to={({ id }) => `/manage/flows/${id}`}
      onCreate={() => setCreating(true)}
    >
      <CreateDialog
        open={creating || form !== ''}
        formId={form}
        onClose={() => {
          setCreating(false);
          setFor({ form: '' });
        }}
      />
      <VersionsDialog flow={versions} onClose={() => setVersions(null)} />
    </BuildList>
  );
}

function useColumns(onVersions: (flow: FlowEntry) => void): Column<FlowEntry>[] {
  const { t } = useTranslation('flows-editor');
  return [
    { key: 'name', title: t('list.name'), cell: ({ name }) => <span className={styles.name}>{name}</span> },
    { key: 'state', title: t('list.state'), cell: (flow) => <FlowState flow={flow} /> },
    { key: 'form', title: t('list.form'), cell: ({ form_id }) => <FormName id={form_id} /> },
    { key: 'updated', title: t('list.updated'), cell: ({ updated_at }) => <DateText value={updated_at} /> },
    {
      key: 'actions',
      title: t('list.actions'),
      align: 'end',
      cell: (flow) => (
        <span className={styles.actions}>
          {flow.published_version > 0 && (
            <Button type="text" size="small" onClick={() => onVersions(flow)}>
              {t('list.versions')}
            </Button>
          )}
          {flow.status === 'published' && <Disable flow={flow} />}
        </span>
      ),
    },
  ];
}

function Disable({ flow }: { flow: FlowEntry }) {
  const { t } = useTranslation('flows-editor');
  const disable = useDisableFlow();
  const closes = useForms().items.find(({ id }) => id === flow.form_id)?.approval === 'flow';
  return (
    <ConfirmAction
      label={t('list.disable')}
      title={t('list.disableTitle', { name: flow.name })}
      button={{ type: 'text', size: 'small' }}
      onConfirm={() => disable.mutateAsync(flow.id)}
    >
      <p>{t(closes ? 'list.disableTextClosing' : 'list.disableText')}</p>
    </ConfirmAction>
  );
}

/** The form by its name; a link for those who build forms, too. */
function FormName({ id }: { id: string }) {
  const { i18n } = useTranslation('flows-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const form = useForms().items.find((each) => each.id === id);
  const builds = useCan()('forms.build');
  if (!form) return '…';
  const name = labelText(form.name, language);
  return builds ? <Link to={`/manage/forms/${id}`}>{name}</Link> : name;
}

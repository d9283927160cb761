/** All forms of the company, for those who build them. */
import { Button, Form, Input } from 'antd';
import { FilePlus2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { ConfirmAction } from '@/components/confirm-action';
import { DataTable, type Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { Dialog } from '@/components/dialog';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Segmented } from '@/components/segmented';
import { StatusTag } from '@/components/status-tag';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { labelText } from '@/lib/forms/definition';
import { useSubmit } from '@/lib/forms/use-submit';
import { useUrlState } from '@/lib/routing/url-state';

import { useArchiveForm, useCreateForm, useForms, type FormEntry } from './api';
import styles from './list-page.module.css';
import { VersionsDialog } from './versions-dialog';

const STATES = ['all', 'draft', 'published', 'archived'] as const;
const DEFAULTS = { state: 'all', q: '' };

const stateOf = (form: FormEntry) =>
  form.archived ? 'archived' : form.published_version > 0 ? 'published' : 'draft';

export function Page() {
  const { t, i18n } = useTranslation('forms-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const [filter, setFilter] = useUrlState(DEFAULTS);
  const [creating, setCreating] = useState(false);
  const [versions, setVersions] = useState<FormEntry | null>(null);
  const archive = useArchiveForm();
  const forms = useForms();
  const wanted = filter.q.trim().toLowerCase();
  const shown = forms.items.filter(
    (form) =>
      (filter.state === 'all' ? !form.archived : stateOf(form) === filter.state) &&
      Object.values(typeof form.name === 'string' ? [form.name] : form.name).some((name) =>
        name.toLowerCase().includes(wanted),
      ),
  );

  const columns: Column<FormEntry>[] = [
    {
      key: 'name',
      title: t('list.name'),
      cell: (form) => (
        <span className={styles.name}>
          {labelText(form.name, language)}
          <span className={styles.description}>{labelText(form.description, language)}</span>
        </span>
      ),
    },
    { key: 'state', title: t('list.state'), cell: (form) => <State form={form} /> },
    {
      key: 'flow',
      title: t('list.flow'),
      wideOnly: true,
      cell: (form) => t(form.flow_id ? 'list.flowYes' : 'list.flowNo'),
    },
    { key: 'updated', title: t('list.updated'), cell: (form) => <DateText value={form.updated_at} /> },
    {
      key: 'actions',
      title: t('list.actions'),
      align: 'end',
      cell: (form) => (
        <span className={styles.actions}>
          {form.published_version > 0 && (
            <Button type="text" size="small" onClick={() => setVersions(form)}>
              {t('list.versions')}
            </Button>
          )}
          {form.archived ? (
            <ConfirmAction
              label={t('list.reopen')}
              title={t('list.reopenTitle', { name: labelText(form.name, language) })}
              button={{ type: 'text', size: 'small' }}
              onConfirm={() => archive.mutateAsync({ id: form.id, archived: false })}
            >
              <p>{t('list.reopenText')}</p>
            </ConfirmAction>
          ) : (
            <ConfirmAction
              label={t('list.archive')}
              title={t('list.archiveTitle', { name: labelText(form.name, language) })}
              button={{ type: 'text', size: 'small' }}
              onConfirm={() => archive.mutateAsync({ id: form.id, archived: true })}
            >
              <p>{t('list.archiveText')}</p>
            </ConfirmAction>
          )}
        </span>
      ),
    },
  ];

  const create = (
    <Button type="primary" icon={<Plus size={15} />} onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  );
  return (
    <Frame title={t('list.title')} hint={t('list.hint')} actions={create}>
      <ListFrame
        list={{ ...forms, items: shown }}
        filters={
          <>
            <Segmented
              label={t('list.state')}
              value={STATES.find((state) => state === filter.state) ?? 'all'}
              options={STATES.map((state) => ({ value: state, label: t(`filter.${state}`) }))}
              onChange={(state) => setFilter({ state })}
            />
            <Input
              className={styles.search ?? ''}
              allowClear
              aria-label={t('list.search')}
              placeholder={t('list.search')}
              value={filter.q}
              onChange={({ target }) => setFilter({ q: target.value })}
            />
          </>
        }
        empty={
          forms.items.length === 0 ? (
            <EmptyState icon={FilePlus2} title={t('list.empty')} hint={t('list.emptyHint')} />
          ) : (
            <EmptyState
              title={t('list.none')}
              action={<Button onClick={() => setFilter(DEFAULTS)}>{t('list.clear')}</Button>}
            />
          )
        }
      >
        {(rows) => (
          <DataTable
            label={t('list.title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            to={({ id }) => `/manage/forms/${id}`}
            stale={forms.stale}
          />
        )}
      </ListFrame>
      <CreateDialog open={creating} onClose={() => setCreating(false)} />
      <VersionsDialog form={versions} language={language} onClose={() => setVersions(null)} />
    </Frame>
  );
}

function State({ form }: { form: FormEntry }) {
  const { t } = useTranslation('forms-editor');
  const state = stateOf(form);
  if (state === 'published') {
    return <StatusTag tone="success">{t('state.published', { version: form.published_version })}</StatusTag>;
  }
  return <StatusTag>{t(`state.${state}`)}</StatusTag>;
}

function CreateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('forms-editor');
  const navigate = useNavigate();
  const [form] = Form.useForm<{ name: string }>();
  const create = useCreateForm(({ id }) => void navigate(`/manage/forms/${id}`));
  const { busy, error, submit } = useSubmit<{ name: string }>(
    form,
    ({ name }) => create.mutateAsync(name.trim()),
    { leaves: true },
  );
  return (
    <Dialog
      open={open}
      title={t('list.create')}
      onClose={() => {
        if (!busy) onClose();
      }}
      footer={
        <Button type="primary" loading={busy} onClick={() => form.submit()}>
          {t('list.createGo')}
        </Button>
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="name"
          label={t('form.name')}
          extra={t('list.createHint')}
          rules={[{ required: true, whitespace: true, message: t('field.nameMissing') }]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemNote error={error} />
    </Dialog>
  );
}

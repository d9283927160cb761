/** All forms of the company, for those who build them. */
import { Button, Form, Input, Select } from 'antd';
import { FilePlus2, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { ConfirmAction } from '@/components/confirm-action';
import type { Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { Dialog } from '@/components/dialog';
import { BuildList } from '@/components/editing/build-list';
import { ProblemNote } from '@/components/problem-note';
import { StatusTag } from '@/components/status-tag';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import { placeIn, useApps } from '@/entities/app/api';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { useForms, type FormEntry } from '@/entities/form/api';
import { FormIcon } from '@/entities/form/form-icon';
import { useSubmit } from '@/lib/submit/use-submit';

import { useArchiveForm, useCopyForm, useCreateForm } from './api';
import { FlowLink } from './flow-link';
import { FromFileDialog } from './from-file/from-file-dialog';
import styles from './list-page.module.css';
import { VersionsDialog } from './versions-dialog';

const STATES = ['all', 'draft', 'published', 'archived'] as const;

const stateOf = (form: FormEntry) =>
  form.archived ? 'archived' : form.published_version > 0 ? 'published' : 'draft';

export function Page() {
  const { t, i18n } = useTranslation('forms-editor');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const [creating, setCreating] = useState(false);
  const [fromFile, setFromFile] = useState(false);
  const [versions, setVersions] = useState<FormEntry | null>(null);
  const navigate = useNavigate();
  const archive = useArchiveForm();
  const copy = useCopyForm(({ id }) => void navigate(`/manage/forms/${id}`));

  const columns: Column<FormEntry>[] = [
    {
      key: 'name',
      title: t('list.name'),
      cell: (form) => (
        <span className={styles.form}>
          <FormIcon icon={form.icon} color={form.color} small />
          <span className={styles.name}>
            {labelText(form.name, language)}
            <span className={styles.description}>{labelText(form.description, language)}</span>
          </span>
        </span>
      ),
    },
    { key: 'state', title: t('list.state'), cell: (form) => <State form={form} /> },
    {
      key: 'flow',
      title: t('list.flow'),
      wideOnly: true,
      cell: (form) => <FlowLink form={form} />,
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
          <Button
            type="text"
            size="small"
            loading={copy.isPending && copy.variables === form.id}
            aria-label={t('list.copyNamed', { name: labelText(form.name, language) })}
            onClick={() => copy.mutate(form.id)}
          >
            {t('list.copy')}
          </Button>
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

  return (
    <BuildList
      list={useForms()}
      icon={FilePlus2}
      words={(word) => t(`list.${word}`)}
      states={STATES}
      stateName={(state) => t(`filter.${state}`)}
      isIn={(form, state) => (state === 'all' ? !form.archived : stateOf(form) === state)}
      names={({ name }) => (typeof name === 'string' ? [name] : Object.values(name))}
      columns={columns}
      to={({ id }) => `/manage/forms/${id}`}
      onCreate={() => setCreating(true)}
    >
      <ProblemNote error={copy.error} />
      <CreateDialog
        open={creating}
        onClose={() => setCreating(false)}
        onFromFile={() => {
          setCreating(false);
          setFromFile(true);
        }}
      />
      {fromFile && <FromFileDialog open app="" onClose={() => setFromFile(false)} />}
      <VersionsDialog form={versions} language={language} onClose={() => setVersions(null)} />
    </BuildList>
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

/** `app` as `placeIn` names it. */
interface Wanted {
  name: string;
  app?: string;
}

interface CreateProps {
  open: boolean;
  onClose: () => void;
  onFromFile: () => void;
}

function CreateDialog({ open, onClose, onFromFile }: CreateProps) {
  const { t } = useTranslation('forms-editor');
  const navigate = useNavigate();
  const language = useLabelLanguage();
  const apps = useApps().data?.items ?? [];
  const [form] = Form.useForm<Wanted>();
  const create = useCreateForm(({ id }) => void navigate(`/manage/forms/${id}`));
  const { busy, error, submit } = useSubmit<Wanted>(
    form,
    ({ name, app = '' }) => create.mutateAsync({ name: name.trim(), app }),
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
        <>
          <Button
            disabled={busy}
            icon={<FileSpreadsheet size={15} aria-hidden="true" />}
            onClick={onFromFile}
          >
            {t('fromFile.begin')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {t('list.createGo')}
          </Button>
        </>
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
        {apps.length > 1 && (
          <Form.Item name="app" label={t('list.app')} initialValue="">
            <Select
              options={apps.map((app) => ({ value: placeIn(app), label: labelText(app.name, language) }))}
            />
          </Form.Item>
        )}
      </Form>
      <ProblemNote error={error} />
    </Dialog>
  );
}

/** What can be done with a record now; what cannot is not there. */
import { Button } from 'antd';
import { Pencil, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { ActionMenu } from '@/components/action-menu';
import { ConfirmAction } from '@/components/confirm-action';
import { toast } from '@/components/toast';
import type { Form } from '@/entities/form/api';
import type { StoredRecord } from '@/entities/record/api';
import { useMe } from '@/lib/session/me';

import { useDelete } from './api';
import { MergeRecord } from './merging/merge-record';
import { Readers } from './readers';
import { SubmitRecord } from './submit-record';
import { isReturned, isSubmittable } from './submittable';

interface Props {
  record: StoredRecord;
  /** undefined while it is being loaded. */
  form: Form | undefined;
  /** What another feature can do with it: behind the three dots, and in sight. */
  menu: ReactNode;
  children: ReactNode;
}

export function RecordActions({ record, form, menu, children }: Props) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const me = useMe();
  const remove = useDelete();
  const canChange = record.may.change && !me.company.read_only;
  const canEdit = canChange && form !== undefined && !form.archived;
  const hasMenu = [canChange, menu, record.may.explain].some(Boolean);
  const canSubmit = !me.company.read_only && form !== undefined && isSubmittable(record, form, me.id);
  // What came back is corrected first; what was never sent is sent.
  const corrects = canSubmit && isReturned(record);
  const deleteIt = async () => {
    await remove.mutateAsync(record);
    toast(t('record.delete.done'));
    void navigate(`/forms/${record.form_id}/records`, { replace: true });
  };
  return (
    <>
      {hasMenu && (
        <ActionMenu label={t('record.more')}>
          {menu}
          {canEdit && <MergeRecord record={record} form={form} />}
          {record.may.explain && <Readers record={record} />}
          {canChange && (
            <ConfirmAction
              label={t('record.delete.verb')}
              title={t('record.delete.title')}
              danger
              button={{ type: 'text' }}
              onConfirm={deleteIt}
            >
              <p>{t('record.delete.hint')}</p>
            </ConfirmAction>
          )}
        </ActionMenu>
      )}
      <Button icon={<Printer size={15} aria-hidden="true" />} onClick={() => window.print()}>
        {t('record.print')}
      </Button>
      {children}
      {canSubmit && corrects && <SubmitRecord record={record} primary={false} />}
      {canEdit && (
        <Button
          type={canSubmit && !corrects ? 'default' : 'primary'}
          icon={<Pencil size={15} aria-hidden="true" />}
          onClick={() => void navigate(`/records/${record.id}/edit`)}
        >
          {t(corrects ? 'record.correct' : 'record.edit')}
        </Button>
      )}
      {canSubmit && !corrects && <SubmitRecord record={record} primary />}
    </>
  );
}

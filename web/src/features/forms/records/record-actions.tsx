/** What can be done with a record now; what cannot is not there. */
import { Button } from 'antd';
import { Pencil, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { ConfirmAction } from '@/components/confirm-action';
import { toast } from '@/components/toast';
import type { StoredRecord } from '@/lib/forms/stored';
import { useMe } from '@/lib/session/me';

import type { Form } from '../api';

import { useDelete } from './api';
import { SubmitRecord } from './submit-record';
import { isSubmittable } from './submittable';

interface Props {
  record: StoredRecord;
  /** undefined while it is being loaded. */
  form: Form | undefined;
}

export function RecordActions({ record, form }: Props) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const me = useMe();
  const remove = useDelete();
  const canChange = record.may.change && !me.company.read_only;
  const canEdit = canChange && form !== undefined && !form.archived;
  const canSubmit = !me.company.read_only && form !== undefined && isSubmittable(record, form, me.id);
  const deleteIt = async () => {
    await remove.mutateAsync(record);
    toast(t('record.delete.done'));
    void navigate(`/forms/${record.form_id}/records`, { replace: true });
  };
  return (
    <>
      <Button icon={<Printer size={15} aria-hidden="true" />} onClick={() => window.print()}>
        {t('record.print')}
      </Button>
      {canChange && (
        <ConfirmAction
          label={t('record.delete.verb')}
          title={t('record.delete.title')}
          danger
          onConfirm={deleteIt}
        >
          <p>{t('record.delete.hint')}</p>
        </ConfirmAction>
      )}
      {canEdit && (
        <Button
          type={canSubmit ? 'default' : 'primary'}
          icon={<Pencil size={15} aria-hidden="true" />}
          onClick={() => void navigate(`/records/${record.id}/edit`)}
        >
          {t('record.edit')}
        </Button>
      )}
      {canSubmit && <SubmitRecord record={record} />}
    </>
  );
}

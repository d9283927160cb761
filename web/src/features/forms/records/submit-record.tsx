/** Puts a saved record into approval, after showing who will be asked. */
import { Button } from 'antd';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import type { StoredRecord } from '@/entities/record/api';
import { useSend } from '@/lib/api/use-send';

import { PathPanel } from '../path-panel';

import { submitChanges, submitRecord } from './api';
import { isReturned } from './submittable';

export function SubmitRecord({ record, primary }: { record: StoredRecord; primary: boolean }) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const again = isReturned(record);
  const verb = t(again ? 'record.submit.again' : 'entry.submit');
  return (
    <>
      <Button
        type={primary ? 'primary' : 'default'}
        icon={<Send size={15} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {verb}
      </Button>
      {open && <SubmitDialog record={record} verb={verb} onClose={() => setOpen(false)} />}
    </>
  );
}

function SubmitDialog({
  record,
  verb,
  onClose,
}: {
  record: StoredRecord;
  verb: string;
  onClose: () => void;
}) {
  const { t } = useTranslation(['forms', 'components']);
  const submit = useSend((id: string, key) => submitRecord(id, key), {
    changes: submitChanges(record.id),
    onSuccess: onClose,
  });
  const busy = submit.isPending;
  const close = () => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      open
      title={t('forms:record.submit.title')}
      onClose={close}
      footer={
        <>
          <Button disabled={busy} onClick={close}>
            {t('components:cancel')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => submit.mutate(record.id)}>
            {verb}
          </Button>
        </>
      }
    >
      <PathPanel formId={record.form_id} recordId={record.id} values={record.values} complete />
      <ProblemNote error={submit.error} />
    </Dialog>
  );
}

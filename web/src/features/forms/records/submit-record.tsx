/** Puts a saved record into approval, after showing who will be asked. */
import { Button } from 'antd';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { useSend } from '@/lib/api/use-send';
import type { StoredRecord } from '@/lib/forms/stored';

import { PathPanel } from '../path-panel';

import { submitChanges, submitRecord } from './api';

export function SubmitRecord({ record }: { record: StoredRecord }) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const again = record.state === 'rejected' || record.state === 'withdrawn';
  const verb = t(again ? 'record.submit.again' : 'entry.submit');
  return (
    <>
      <Button type="primary" icon={<Send size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
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
  const navigate = useNavigate();
  const submit = useSend((id: string, key) => submitRecord(id, key), {
    changes: submitChanges(record.id),
    onSuccess: (run) => void navigate(`/runs/${run}`),
  });
  const busy = submit.isPending || submit.isSuccess;
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

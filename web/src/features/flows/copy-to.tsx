/** Keeps further colleagues informed of a run. */
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { toast } from '@/components/toast';
import { MembersSelect } from '@/entities/member/member-select';

import { useCopyTo, type Run } from './api';
import styles from './decide-dialog.module.css';

export function CopyTo({ run }: { run: Run }) {
  const { t } = useTranslation(['flows', 'components']);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {t('flows:copy.verb')}
      </Button>
      {open && <CopyDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}

function CopyDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'components']);
  const field = useId();
  const [members, setMembers] = useState<string[]>([]);
  const copy = useCopyTo(run.id, () => {
    onClose();
    toast(t('flows:copy.done'));
  });
  const close = () => {
    if (!copy.isPending) onClose();
  };
  return (
    <Dialog
      open
      title={t('flows:copy.title')}
      onClose={close}
      footer={
        <>
          <Button disabled={copy.isPending} onClick={close}>
            {t('components:cancel')}
          </Button>
          <Button
            type="primary"
            disabled={members.length === 0}
            loading={copy.isPending}
            onClick={() => copy.mutate(members)}
          >
            {t('flows:copy.verb')}
          </Button>
        </>
      }
    >
      <label className={styles.label} htmlFor={field}>
        {t('flows:copy.whom')}
      </label>
      <MembersSelect
        id={field}
        value={members}
        onChange={setMembers}
        placeholder={t('flows:copy.placeholder')}
        without={run.copies.map(({ member }) => member.id)}
      />
      <p className={styles.hint}>{t('flows:copy.hint')}</p>
      <ProblemNote error={copy.error} />
    </Dialog>
  );
}

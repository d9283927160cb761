import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { toast } from '@/components/toast';

import { useWithdraw } from './api';
import { WordsDialog } from './words-dialog';

export function Withdraw({ runId }: { runId: string }) {
  const { t } = useTranslation('flows');
  const [open, setOpen] = useState(false);
  const withdraw = useWithdraw(runId, () => {
    setOpen(false);
    toast(t('withdraw.done'));
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('withdraw.verb')}</Button>
      {open && (
        <WordsDialog
          title={t('withdraw.title')}
          label={t('withdraw.reason')}
          verb={t('withdraw.verb')}
          busy={withdraw.isPending}
          error={withdraw.error}
          onSend={(reason) => withdraw.mutate(reason)}
          onClose={() => setOpen(false)}
        >
          {t('withdraw.hint')}
        </WordsDialog>
      )}
    </>
  );
}

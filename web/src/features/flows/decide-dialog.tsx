/**
 * The moment of a decision, the same from the to-dos and from the run: what is decided, in whose words, and one button
 * that says the verb. Rejecting asks for a reason. If a colleague was faster, it says who, and nothing is lost.
 */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { toast } from '@/components/toast';
import { isProblem } from '@/lib/api/problem';

import { runChanges, useDecide, type Summary } from './api';
import styles from './decide-dialog.module.css';
import { OvertakenNote } from './overtaken-note';
import { SummaryText } from './summary-text';

export interface Decision {
  decision: 'approve' | 'reject';
  runId: string;
  task: string;
  title: string;
  /** What the form is called, and who submitted it. */
  about: string;
  summary: Summary;
}

const TOO_LATE = ['task_already_decided', 'run_over', 'task_not_open', 'not_your_task'];

export function DecideDialog({ asked, onClose }: { asked: Decision; onClose: () => void }) {
  const { t } = useTranslation(['flows', 'components']);
  const client = useQueryClient();
  const field = useId();
  const [opinion, setOpinion] = useState('');
  const [missing, setMissing] = useState(false);
  const { decision, runId, task, title } = asked;
  const rejects = decision === 'reject';
  const decide = useDecide(() => {
    toast(t(`flows:decide.${decision}.done`, { title }));
    onClose();
  });
  const late = isProblem(decide.error, ...TOO_LATE);

  const send = () => {
    if (rejects && opinion.trim() === '') {
      setMissing(true);
      document.getElementById(field)?.focus();
      return;
    }
    decide.mutate({ runId, task, decision, opinion: opinion.trim() });
  };
  const close = () => {
    if (decide.isPending) return;
    onClose();
    // What was on the screen is old: somebody was faster.
    if (late) for (const queryKey of runChanges(runId)) void client.invalidateQueries({ queryKey });
  };

  return (
    <Dialog
      open
      title={t(`flows:decide.${decision}.title`)}
      onClose={close}
      footer={
        late ? (
          <Button type="primary" onClick={close}>
            {t('flows:decide.seen')}
          </Button>
        ) : (
          <>
            <Button disabled={decide.isPending} onClick={close}>
              {t('components:cancel')}
            </Button>
            <Button type="primary" danger={rejects} loading={decide.isPending} onClick={send}>
              {t(`flows:decide.${decision}.verb`)}
            </Button>
          </>
        )
      }
    >
      <div className={styles.subject}>
        <p className={styles.title}>{title}</p>
        <p className={styles.about}>{asked.about}</p>
        <SummaryText summary={asked.summary} />
      </div>
      {late ? (
        <OvertakenNote runId={runId} task={task} />
      ) : (
        <>
          <label className={styles.label} htmlFor={field}>
            {t(`flows:decide.${decision}.opinion`)}
          </label>
          <Input.TextArea
            id={field}
            className="grows"
            maxLength={2000}
            value={opinion}
            status={missing ? 'error' : ''}
            aria-required={rejects}
            aria-invalid={missing}
            aria-describedby={`${field}-hint`}
            placeholder={t(`flows:decide.${decision}.placeholder`)}
            onChange={(event) => {
              setOpinion(event.target.value);
              setMissing(false);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
            }}
          />
          <p id={`${field}-hint`} className={missing ? styles.fault : styles.hint}>
            {missing ? t('flows:decide.missing') : t(`flows:decide.${decision}.hint`)}
          </p>
          <ProblemNote error={decide.error} />
        </>
      )}
    </Dialog>
  );
}

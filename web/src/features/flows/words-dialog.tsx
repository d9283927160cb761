/** A few words and a verb: why something is taken back. */
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';

import styles from './decide-dialog.module.css';

interface Props {
  title: string;
  label: string;
  verb: string;
  busy: boolean;
  error: Error | null;
  onSend: (words: string) => void;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}

export function WordsDialog({ title, label, verb, busy, error, onSend, onClose, children }: Props) {
  const { t } = useTranslation('components');
  const field = useId();
  const [words, setWords] = useState('');
  const close = () => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={close}
      footer={
        <>
          <Button disabled={busy} onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="primary" loading={busy} onClick={() => onSend(words.trim())}>
            {verb}
          </Button>
        </>
      }
    >
      <div className={styles.subject}>{children}</div>
      <label className={styles.label} htmlFor={field}>
        {label}
      </label>
      <Input.TextArea
        id={field}
        className="grows"
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ProblemNote error={error} />
    </Dialog>
  );
}

/**
 * The mail once more: the same request with a key of its own, so the answer again says nothing about the address, and
 * the limit by address holds for it as for the first.
 */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import type { Schemas } from '@/lib/api/types';

import { useSignUp } from './api';
import styles from './send-again.module.css';

/** A mail takes a while; who presses at once has only not waited for it. */
const WAIT_SECONDS = 30;

interface Props {
  sent: Schemas['DirectorySignUp'];
  /** Back to the form, with what was typed. */
  onChange: () => void;
}

export function SendAgain({ sent, onChange }: Props) {
  const { t } = useTranslation('directory');
  const again = useSignUp();
  const [left, setLeft] = useState(WAIT_SECONDS);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <div className={styles.again}>
      <ProblemNote error={again.error} />
      <div className={styles.actions}>
        <Button
          disabled={left > 0}
          loading={again.isPending}
          onClick={() => again.mutate(sent, { onSuccess: () => setLeft(WAIT_SECONDS) })}
        >
          {left > 0 ? t('signUp.againIn', { count: left }) : t('signUp.again')}
        </Button>
        <Button type="link" onClick={onChange}>
          {t('signUp.change')}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {again.isSuccess && t('signUp.sentAgain')}
      </p>
    </div>
  );
}

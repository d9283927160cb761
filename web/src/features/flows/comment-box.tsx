/** Says something under the trail, without deciding anything. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';

import { useComment } from './api';
import styles from './comment-box.module.css';

export function CommentBox({ runId }: { runId: string }) {
  const { t } = useTranslation('flows');
  const [text, setText] = useState('');
  const comment = useComment(runId, () => setText(''));
  const words = text.trim();
  const send = () => {
    if (words !== '') comment.mutate(words);
  };
  return (
    <div className={styles.box}>
      <Input.TextArea
        className={styles.input ?? ''}
        aria-label={t('comment.label')}
        placeholder={t('comment.placeholder')}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
        }}
      />
      <ProblemNote error={comment.error} />
      {words !== '' && (
        <Button size="small" loading={comment.isPending} onClick={send}>
          {t('comment.verb')}
        </Button>
      )}
    </div>
  );
}

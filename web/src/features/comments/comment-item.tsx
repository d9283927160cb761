/** One comment, and what its reader may do with it. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Avatar } from '@/components/avatar';
import { ConfirmAction } from '@/components/confirm-action';
import { DateText } from '@/components/date-text';
import { useMemberName, useMembers } from '@/entities/member/names';

import { useChangeComment, useDeleteComment, type Comment } from './api';
import { CommentEditor } from './comment-editor';
import { CommentText } from './comment-text';
import styles from './comments.module.css';

export function CommentItem({ comment }: { comment: Comment }) {
  const { t } = useTranslation('comments');
  const [editing, setEditing] = useState(false);
  const name = useMemberName(comment.by) ?? '…';
  const remove = useDeleteComment();
  return (
    <li className={styles.comment} id={`comment-${comment.id}`}>
      <Avatar name={name} size={24} />
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.name}>{name}</span>
          <span className={styles.about}>
            <DateText value={comment.at} />
            {comment.edited_at !== '' && !comment.deleted && ` · ${t('edited')}`}
          </span>
        </div>
        {comment.deleted ? (
          <p className={styles.gone}>{t('gone')}</p>
        ) : editing ? (
          <Changing comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <CommentText text={comment.text} mentions={comment.mentions} />
        )}
        {!editing && (comment.may.change || comment.may.delete) && (
          <div className={styles.actions}>
            {comment.may.change && (
              <Button type="text" size="small" onClick={() => setEditing(true)}>
                {t('edit')}
              </Button>
            )}
            {comment.may.delete && (
              <ConfirmAction
                label={t('delete.verb')}
                title={t('delete.title')}
                danger
                button={{ type: 'text', size: 'small' }}
                onConfirm={() => remove.mutateAsync(comment)}
              >
                <p>{t('delete.hint')}</p>
              </ConfirmAction>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function Changing({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const change = useChangeComment(comment, onDone);
  const members = useMembers(comment.mentions);
  const people = members.flatMap((member) => (member ? [{ id: member.id, name: member.name }] : []));
  if (people.length < comment.mentions.length) return null;
  return (
    <CommentEditor
      initial={{ text: comment.text, people }}
      busy={change.isPending}
      error={change.error}
      onSend={(said) => change.mutate(said)}
      onCancel={onDone}
    />
  );
}

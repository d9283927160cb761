/** What people say to each other about a record, newest first, and whether one follows it. */
import { Button } from 'antd';
import { Bell, BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { useMe } from '@/lib/session/me';

import { useAddComment, useComments, useFollow, useFollowing } from './api';
import { CommentEditor } from './comment-editor';
import { CommentItem } from './comment-item';
import styles from './comments.module.css';

export function Comments({ recordId }: { recordId: string }) {
  const { t } = useTranslation('comments');
  const list = useComments(recordId);
  const readOnly = useMe().company.read_only;
  return (
    <Card title={t('title')} extra={readOnly ? undefined : <Follow recordId={recordId} />}>
      {!readOnly && <NewComment recordId={recordId} />}
      {list.error ? (
        <ErrorState error={list.error} again={list.again} />
      ) : list.loading ? (
        <Skeleton rows={3} />
      ) : list.items.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ol className={styles.list} aria-label={t('title')}>
          {list.items.map((comment) => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      <More list={list} label={t('more')} />
    </Card>
  );
}

/** A field of its own for each comment: who has sent one begins anew. */
function NewComment({ recordId }: { recordId: string }) {
  const add = useAddComment(recordId, () => undefined);
  return (
    <CommentEditor
      key={add.isSuccess ? add.data.id : ''}
      busy={add.isPending}
      error={add.error}
      onSend={(said) => add.mutate(said)}
    />
  );
}

function Follow({ recordId }: { recordId: string }) {
  const { t } = useTranslation('comments');
  const following = useFollowing(recordId).data?.following;
  const follow = useFollow(recordId);
  if (following === undefined) return null;
  const Icon = following ? BellOff : Bell;
  return (
    <Button
      type="text"
      size="small"
      icon={<Icon size={14} aria-hidden="true" />}
      title={t('follow.hint')}
      loading={follow.isPending}
      onClick={() => follow.mutate(!following)}
    >
      {t(following ? 'follow.stop' : 'follow.start')}
    </Button>
  );
}

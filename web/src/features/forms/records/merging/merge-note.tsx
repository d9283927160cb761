/** Above a record: that it is being merged, that another was merged into it, and the way back. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { ConfirmAction } from '@/components/confirm-action';
import { DateText } from '@/components/date-text';
import type { StoredRecord } from '@/entities/record/api';
import { useMe } from '@/lib/session/me';

import { isMoving, useMerges, useUndoMerge, type Merge } from './api';
import styles from './merge-note.module.css';

interface Props {
  record: StoredRecord;
  /** Whether the page was asked for by the id of a record that was merged into this one. */
  moved: boolean;
}

export function MergeNote({ record, moved }: Props) {
  const { t } = useTranslation('forms');
  const me = useMe();
  const merges = useMerges(record.id);
  const told = merges.filter((merge) => isMoving(merge) || (merge.state === 'done' && merge.may_undo));
  const away = record.merging && !merges.some(isMoving);
  if (told.length === 0 && !moved && !away) return null;
  return (
    <section className={styles.notes} aria-label={t('merge.notes')}>
      {moved && <p role="status">{t('merge.moved')}</p>}
      {away && <p role="status">{t('merge.away')}</p>}
      {told.map((merge) => (
        <Note key={merge.merge_id} recordId={record.id} merge={merge} ownJob={merge.by === me.id} />
      ))}
    </section>
  );
}

function Note({ recordId, merge, ownJob }: { recordId: string; merge: Merge; ownJob: boolean }) {
  const { t } = useTranslation('forms');
  const me = useMe();
  const undo = useUndoMerge(recordId);
  const name = merge.title ?? t('merge.another');
  const running = merge.state === 'running';
  return (
    <div className={styles.note}>
      <span role="status">
        {running && t('merge.running', { name })}
        {merge.state === 'undoing' && t('merge.undoing', { name })}
        {merge.state === 'done' && (
          <>
            {t('merge.done', { name, by: merge.by_name })} <DateText value={merge.at} />
          </>
        )}
      </span>
      {isMoving(merge) && ownJob && <Link to={`/jobs/${merge.job_id}`}>{t('merge.progress')}</Link>}
      {merge.may_undo && !me.company.read_only && (
        <ConfirmAction
          label={t(running ? 'merge.giveUp' : 'merge.undo')}
          title={t(running ? 'merge.giveUpTitle' : 'merge.undoTitle', { name })}
          button={{ type: 'text', size: 'small' }}
          onConfirm={() => undo.mutateAsync(merge.merge_id)}
        >
          <p>{t('merge.undoHint')}</p>
        </ConfirmAction>
      )}
    </div>
  );
}

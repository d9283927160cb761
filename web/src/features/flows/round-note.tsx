/**
 * Why it came back: above a document that was rejected or withdrawn, above the form while it is corrected, and above
 * the next round for whoever decides again.
 */
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { useRunsOfRecord, useTrail, type Run } from './api';
import styles from './round-note.module.css';
import { endingOf } from './run-trail';

type Ended = 'rejected' | 'withdrawn';

const isEnded = (status: string): status is Ended => status === 'rejected' || status === 'withdrawn';

/** Of the newest round that this person sees. */
export function RecordRoundNote({ recordId }: { recordId: string }) {
  const [latest] = useRunsOfRecord(recordId).items;
  return latest ? <RoundNote run={latest} /> : null;
}

export function RoundNote({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  if (isEnded(run.status)) return <JustEnded run={run} status={run.status} />;
  const { previous, round, changed } = run;
  if (!previous || !isEnded(previous.status)) return null;
  const { opinion, decided_by: by, ended_at: at } = previous;
  return (
    <Note
      text={
        opinion
          ? t(`round.again.${previous.status}`, { round, opinion })
          : t(`round.bare.${previous.status}`, { round })
      }
      by={by?.name}
      at={at}
    >
      {run.status === 'running' && t('round.changed', { count: changed.length })}
    </Note>
  );
}

function JustEnded({ run, status }: { run: Run; status: Ended }) {
  const { t } = useTranslation('flows');
  const trail = useTrail(run.id);
  if (trail.loading) return null;
  const { opinion, by_name: by } = endingOf(run, trail.items) ?? {};
  return (
    <Note
      danger={status === 'rejected'}
      text={opinion ? t(`round.ended.${status}`, { opinion }) : t(`trail.finished.${status}`)}
      by={by}
      at={run.ended_at}
    />
  );
}

interface NoteProps {
  text: string;
  by: string | undefined;
  at: string | null;
  danger?: boolean;
  children?: string | false;
}

function Note({ text, by = '', at, danger = false, children }: NoteProps) {
  const { t } = useTranslation('flows');
  const formats = useFormats(useMe().company.zone);
  const when = at === null ? '' : formats.moment(at);
  return (
    <section className={styles.note} data-danger={danger} aria-label={t('round.why')}>
      <RotateCcw size={16} aria-hidden="true" className={styles.sign} />
      <div className={styles.text}>
        <p className={styles.said}>{text}</p>
        <p className={styles.about}>
          {by ? t('round.by', { name: by, when }) : when}
          {children && ` · ${children}`}
        </p>
      </div>
    </section>
  );
}

/** The submissions before the newest one, folded: when, how each ended, and on demand its whole trail. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { More } from '@/components/more';
import { StatusTag } from '@/components/status-tag';
import type { Field } from '@/entities/field/definition';
import type { List } from '@/lib/api/use-list';

import type { Run } from './api';
import styles from './earlier-rounds.module.css';
import { RunTimeline } from './run-timeline';
import { TONES } from './status';

interface Props {
  runs: Run[];
  list: List<Run>;
  fields: Field[];
  /** The round that was asked for stands open. */
  wanted: string;
}

export function EarlierRounds({ runs, list, fields, wanted }: Props) {
  const { t } = useTranslation('flows');
  if (runs.length === 0) return null;
  return (
    <section className={styles.rounds} aria-label={t('round.earlier')}>
      {runs.map((run) => (
        <EarlierRound key={run.id} run={run} fields={fields} starts={run.id === wanted} />
      ))}
      <More list={list} />
    </section>
  );
}

function EarlierRound({ run, fields, starts }: { run: Run; fields: Field[]; starts: boolean }) {
  const { t } = useTranslation('flows');
  const [open, setOpen] = useState(starts);
  return (
    <details className={styles.round} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <ChevronRight size={14} aria-hidden="true" className={styles.sign} />
        <span className={styles.title}>{t('round.nth', { round: run.round })}</span>
        <StatusTag tone={TONES[run.status]}>{t(`status.${run.status}`)}</StatusTag>
        <span className={styles.at}>
          <DateText value={run.started_at} />
        </span>
      </summary>
      {open && (
        <div className={styles.body}>
          <RunTimeline run={run} fields={fields} />
        </div>
      )}
    </details>
  );
}

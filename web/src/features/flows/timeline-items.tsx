/** One entry of a run's timeline from one entry of its trail. */
import type { TFunction } from 'i18next';

import { DateText } from '@/components/date-text';
import type { Mark, TimelineItem } from '@/components/timeline';

import type { TrailEntry } from './api';
import styles from './run-timeline.module.css';
import { someNames } from './run-trail';

type T = TFunction<'flows'>;

const MARKS: Record<TrailEntry['act'], Mark> = {
  submitted: 'start',
  branch_taken: 'step',
  assigned: 'step',
  auto_passed: 'step',
  copied: 'step',
  ended: 'step',
  approved: 'approved',
  rejected: 'rejected',
  commented: 'note',
  withdrawn: 'returned',
  handed_over: 'step',
  finished: 'step',
};
const FINISHED: Record<string, Mark> = { approved: 'approved', rejected: 'rejected', withdrawn: 'returned' };

export function entryItem(entry: TrailEntry, t: T): TimelineItem {
  const { act, outcome = '' } = entry;
  return {
    key: String(entry.seq),
    mark: act === 'finished' ? (FINISHED[outcome] ?? 'step') : MARKS[act],
    title: titleOf(entry, t),
    aside: <DateText value={entry.at} />,
    children: <Detail entry={entry} t={t} />,
  };
}

function titleOf(entry: TrailEntry, t: T): string {
  const { act, by_name: by = '', people = [] } = entry;
  const [first, second] = people;
  if (act === 'finished') return t(`trail.finished.${outcomeOf(entry)}`);
  if (act === 'copied' && entry.by === undefined)
    return t('trail.copied_to', { names: namesText(people, t) });
  return t(`trail.${act}`, {
    by,
    names: namesText(people, t),
    branch: entry.branch ?? '',
    node: entry.node_name ?? '',
    from: first?.name ?? '',
    to: second?.name ?? '',
  });
}

function outcomeOf({ outcome }: TrailEntry): 'approved' | 'rejected' | 'withdrawn' {
  return outcome === 'rejected' || outcome === 'withdrawn' ? outcome : 'approved';
}

export function namesText(people: { name: string }[], t: T): string {
  const { names, more } = someNames(people);
  const text = names.join(t('trail.comma'));
  return more > 0 ? t('trail.and_more', { names: text, count: more }) : text;
}

function Detail({ entry, t }: { entry: TrailEntry; t: T }) {
  const { act, opinion, node_name: node, reason } = entry;
  const decided = act === 'approved' || act === 'rejected' || act === 'assigned' || act === 'handed_over';
  return (
    <>
      {decided && node}
      {act === 'auto_passed' && reason === 'initiator_skipped' && t('trail.reason.initiator_skipped')}
      {act === 'auto_passed' && reason === 'nobody_found' && t('trail.reason.nobody_found')}
      {opinion && <p className={styles.opinion}>{opinion}</p>}
    </>
  );
}

/** One row of the trail from one of its entries. */
import type { TFunction } from 'i18next';

import { DateText } from '@/components/date-text';
import type { Language } from '@/config/languages';
import { durationText } from '@/lib/format/duration';

import type { Run, TrailEntry } from './api';
import { heldFor, someNames } from './run-trail';
import type { Mark, TrailItem } from './trail-row';

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

export function entryItem(entry: TrailEntry, run: Run, t: T, language: Language): TrailItem {
  const { act, outcome = '', by_name: by } = entry;
  return {
    key: String(entry.seq),
    mark: act === 'finished' ? (FINISHED[outcome] ?? 'step') : MARKS[act],
    ...(by ? { person: by } : {}),
    title: titleOf(entry, t),
    at: <DateText value={entry.at} />,
    about: aboutOf(entry, run, t, language),
    opinion: entry.opinion,
  };
}

function titleOf(entry: TrailEntry, t: T): string {
  const { act, people = [], delegated_from: away } = entry;
  const by = away ? t('trail.on_behalf', { by: entry.by_name, from: away.name }) : (entry.by_name ?? '');
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

const WITH_STEP: TrailEntry['act'][] = ['approved', 'rejected', 'assigned', 'handed_over'];

function aboutOf(entry: TrailEntry, run: Run, t: T, language: Language): string {
  const { act, node_name: node, reason } = entry;
  if (act === 'auto_passed') {
    return reason === 'initiator_skipped' || reason === 'nobody_found' ? t(`trail.reason.${reason}`) : '';
  }
  if (!WITH_STEP.includes(act) || node === undefined) return '';
  const held = heldFor(entry, run);
  if (!held) return node;
  return t('trail.took', { node, duration: durationText(held.from, held.to, language) });
}

export function namesText(people: { name: string }[], t: T): string {
  const { names, more } = someNames(people);
  const text = names.join(t('trail.comma'));
  return more > 0 ? t('trail.and_more', { names: text, count: more }) : text;
}

/** The trail of a run, whom it waits for now and why, and the path ahead with names: one row a person. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { WhyText } from '@/entities/why/why-text';
import { durationText } from '@/lib/format/duration';

import { useTrail, type Run, type Task } from './api';
import { DueText } from './due-text';
import styles from './run-timeline.module.css';
import { following, happened, isProcess, partOf, waitingStep, type AheadStep } from './run-trail';
import { entryItem, namesText } from './timeline-items';
import { TrailRow, type TrailItem } from './trail-row';

/** Five hundred who are asked at once must not fill the page. */
const SHOWN = 20;

export function RunTimeline({ run, fields }: { run: Run; fields: Field[] }) {
  const { t } = useTranslation('flows');
  const language = useLabelLanguage();
  const trail = useTrail(run.id);
  const [process, setProcess] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  if (trail.error) return <ErrorState error={trail.error} again={trail.again} />;
  if (trail.loading) return <Skeleton rows={4} />;
  const entries = happened(trail.items, run);
  const shown = entries.filter((entry) => process || !isProcess(entry, trail.items));
  const past = shown.map((entry) => entryItem(entry, run, t, language));
  const step = waitingStep(run);
  const items =
    step && !trail.more ? [...past, ...nowItems(step), ...following(run.ahead).map(aheadItem)] : past;
  return (
    <>
      <ol aria-label={t('trail.title')}>
        {items.map((item) => (
          <TrailRow key={item.key} item={item} />
        ))}
      </ol>
      <More list={trail} className={styles.more} />
      {trail.items.some((entry) => isProcess(entry, trail.items)) && (
        <button
          type="button"
          className={styles.process}
          aria-pressed={process}
          onClick={() => setProcess(!process)}
        >
          {t(process ? 'trail.lessProcess' : 'trail.process')}
        </button>
      )}
    </>
  );

  function nowItems(waiting: Run['path'][number]): TrailItem[] {
    const people = partOf(waiting).filter(({ status }) => status === 'open' || status === 'waiting');
    const several = partOf(waiting).length > 1;
    const rows = people.slice(0, SHOWN).map<TrailItem>((task, index) => {
      const asked = task.status === 'open';
      return {
        key: `now-${task.id}`,
        mark: asked ? 'now' : 'ahead',
        person: task.member.name,
        title: t(asked ? 'trail.waiting' : 'ahead.waiting', { names: task.member.name }),
        at:
          asked &&
          task.opened_at &&
          t('trail.since', { duration: durationText(task.opened_at, now, language) }),
        about: (
          <>
            {index === 0 && <StepText step={waiting} several={several} task={task} />}
            <WhyText why={task.why} initiator={run.initiator.name} fields={fields} />
          </>
        ),
      };
    });
    const more = people.length - rows.length;
    if (more > 0) rows.push({ key: 'now-more', mark: 'ahead', title: t('trail.more', { count: more }) });
    return rows;
  }

  function aheadItem(next: AheadStep): TrailItem {
    const names = namesText(next.people, t);
    const [first] = next.people;
    const title =
      next.outcome === 'copied'
        ? t('ahead.copied', { names: names || t('ahead.nobody') })
        : next.outcome === 'waiting'
          ? t('ahead.waiting', { names })
          : t(`ahead.${next.outcome === 'blocked' ? 'blocked' : 'passes'}`, { node: next.name });
    return {
      key: `ahead-${next.node}`,
      mark: 'ahead',
      ...(next.outcome === 'waiting' && first ? { person: first.name } : {}),
      title,
      about: next.outcome === 'waiting' && (
        <>
          {next.name}
          {next.people.length > 1 && next.mode !== '' && ` · ${t(`mode.${next.mode}`)}`}
        </>
      ),
    };
  }
}

function StepText({ step, several, task }: { step: Run['path'][number]; several: boolean; task: Task }) {
  const { t } = useTranslation('flows');
  return (
    <>
      {step.name}
      {several && step.mode !== '' && ` · ${t(`mode.${step.mode}`)}`}
      {task.due_at && (
        <>
          {' · '}
          <DueText value={task.due_at} />
        </>
      )}
      {' · '}
    </>
  );
}

/** The trail of a run, whom it waits for now and why, and the path ahead with names: one line from top to bottom. */
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { Timeline, type TimelineItem } from '@/components/timeline';
import { WhyText } from '@/components/why/why-text';
import type { Field } from '@/lib/forms/definition';
import type { Why } from '@/lib/people/why';

import { useTrail, type Run } from './api';
import { DueText } from './due-text';
import styles from './run-timeline.module.css';
import { askedNow, following, happened, partOf, waitingStep, type AheadStep } from './run-trail';
import { entryItem, namesText } from './timeline-items';

export function RunTimeline({ run, fields }: { run: Run; fields: Field[] }) {
  const { t } = useTranslation(['flows', 'components']);
  const { t: words } = useTranslation('flows');
  const trail = useTrail(run.id);
  if (trail.error) return <ErrorState error={trail.error} again={trail.again} />;
  if (trail.loading) return <Skeleton rows={4} />;
  const past = happened(trail.items, run).map((entry) => entryItem(entry, words));
  if (trail.more) {
    return (
      <>
        <Timeline items={past} label={t('flows:trail.title')} />
        <More list={trail} />
      </>
    );
  }
  const now = waitingStep(run);
  const items = now ? [...past, nowItem(now), ...following(run.ahead).map(aheadItem), endItem()] : past;
  return <Timeline items={items} label={t('flows:trail.title')} />;

  function nowItem(step: Run['path'][number]): TimelineItem {
    const asked = askedNow(step);
    const people = partOf(step);
    const [first] = asked;
    return {
      key: 'now',
      mark: 'now',
      title: words('trail.waiting', {
        names: namesText(
          asked.map(({ member }) => member),
          words,
        ),
      }),
      aside: first?.opened_at && <DateText value={first.opened_at} as="relative" />,
      children: (
        <>
          {step.name}
          {people.length > 1 && step.mode !== '' && ` · ${words(`mode.${step.mode}`)}`}
          {first?.due_at && (
            <>
              {' · '}
              <DueText value={first.due_at} />
            </>
          )}
          <ul className={styles.people}>
            {people.slice(0, 20).map((task) => (
              <li key={task.id} className={styles.person}>
                <span>
                  <span className={styles.name}>{task.member.name}</span>{' '}
                  <WhyText why={task.why as Why} initiator={run.initiator.name} fields={fields} />
                </span>
                {people.length > 1 && <span className={styles.state}>{words(`task.${task.status}`)}</span>}
              </li>
            ))}
          </ul>
        </>
      ),
    };
  }

  function aheadItem(step: AheadStep): TimelineItem {
    const names = namesText(step.people, words);
    const title =
      step.outcome === 'copied'
        ? words('ahead.copied', { names: names || words('ahead.nobody') })
        : step.outcome === 'waiting'
          ? words('ahead.waiting', { names })
          : words(`ahead.${step.outcome === 'blocked' ? 'blocked' : 'passes'}`, { node: step.name });
    return {
      key: `ahead-${step.node}`,
      mark: 'ahead',
      title,
      children: step.outcome === 'waiting' && (
        <>
          {step.name}
          {step.people.length > 1 && step.mode !== '' && ` · ${words(`mode.${step.mode}`)}`}
        </>
      ),
    };
  }

  function endItem(): TimelineItem {
    return { key: 'end', mark: 'ahead', title: words('ahead.end') };
  }
}

/** Who would be asked if this were submitted now, with names; reckoned by the server from what is typed so far. */
import { useTranslation } from 'react-i18next';

import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { Timeline, type TimelineItem } from '@/components/timeline';
import type { Values } from '@/entities/entry/to-payload';
import { ApiProblem } from '@/lib/api/problem';
import { useSettled } from '@/lib/editing/use-settled';
import { useMe } from '@/lib/session/me';

import { usePath, type Path } from './api';
import styles from './path-panel.module.css';

interface Props {
  formId: string;
  /** The record that is being changed: its own files are no strangers to it. */
  recordId?: string;
  values: Values;
  /** Nothing that the form asks for is missing. */
  complete: boolean;
}

export function PathPanel({ formId, recordId, values, complete }: Props) {
  const { t } = useTranslation('forms');
  const settled = useSettled(complete ? values : null);
  const path = usePath(formId, settled, recordId);
  if (settled === null || !complete) return <p className={styles.hint}>{t('path.incomplete')}</p>;
  if (path.error instanceof ApiProblem && path.error.fields.length > 0)
    return <p className={styles.hint}>{t('path.faulty')}</p>;
  if (path.error) return <ErrorState error={path.error} again={() => void path.refetch()} />;
  if (!path.data) return <Skeleton rows={3} />;
  return (
    <div className={styles.path} aria-busy={path.isPlaceholderData} aria-live="polite">
      {path.data.blocked && (
        <p className={styles.blocked} role="alert">
          {t('path.blocked')}
        </p>
      )}
      <Steps steps={path.data.steps} />
    </div>
  );
}

function Steps({ steps }: { steps: Path['steps'] }) {
  const { t } = useTranslation('forms');
  const { name } = useMe();
  const items: TimelineItem[] = [
    { key: 'start', mark: 'start', title: t('path.start'), aside: name },
    ...steps
      .filter(({ outcome }) => outcome !== 'branched')
      .map<TimelineItem>((step) => ({
        key: step.node,
        mark: 'ahead',
        title: step.name,
        children: (
          <>
            {step.people.length > 0 && (
              <p className={styles.people}>
                {step.people.map((each) => each.name).join(t('path.separator'))}
              </p>
            )}
            <p>{about(step)}</p>
          </>
        ),
      })),
  ];
  return <Timeline items={items} label={t('path.title')} />;

  function about({ outcome, mode, people, reason }: Path['steps'][number]): string {
    if (outcome === 'blocked') return reason || t('path.nobody');
    if (outcome === 'copied') return t('path.copied');
    if (outcome === 'auto_passed') return t('path.passed');
    if (outcome === 'ended') return t('path.ended');
    return mode === '' || people.length < 2 ? '' : t(`path.${mode}`);
  }
}

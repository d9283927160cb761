/** The rounds of a document: the newest with its path ahead, the earlier ones folded, and who is kept informed. */
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import type { Field } from '@/entities/field/definition';
import type { useRunsOfRecord } from '@/features/flows/api';
import { CommentBox } from '@/features/flows/comment-box';
import { Copies } from '@/features/flows/copies';
import { EarlierRounds } from '@/features/flows/earlier-rounds';
import { RunTimeline } from '@/features/flows/run-timeline';

interface Props {
  runs: ReturnType<typeof useRunsOfRecord>;
  fields: Field[];
  wanted: string;
}

export function TrailPart({ runs, fields, wanted }: Props) {
  const { t } = useTranslation('flows');
  const [latest, ...earlier] = runs.items;
  if (runs.error) {
    return (
      <Card>
        <ErrorState error={runs.error} again={runs.again} />
      </Card>
    );
  }
  if (!latest) return <Card>{runs.loading ? <Skeleton rows={4} /> : t('doc.notYours')}</Card>;
  const title = latest.round > 1 ? t('round.nth', { round: latest.round }) : t('trail.title');
  return (
    <>
      <Card title={title}>
        <RunTimeline run={latest} fields={fields} />
        <CommentBox runId={latest.id} />
        <EarlierRounds runs={earlier} list={runs} fields={fields} wanted={wanted} />
      </Card>
      <Copies run={latest} />
    </>
  );
}

/** What happened instead: who decided and how, read anew from the server. */
import { useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Notice } from '@/components/notice';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { runQuery } from './api';
import { overtaken } from './overtaken';

export function OvertakenNote({ runId, task }: { runId: string; task: string }) {
  const { t } = useTranslation('flows');
  const formats = useFormats(useMe().company.zone);
  const run = useQuery({ ...runQuery(runId), staleTime: 0 });
  if (run.isFetching) return <Skeleton rows={1} />;
  if (!run.data) return <ProblemNote error={run.error} />;
  const { kind, name = '', at, decision } = overtaken(run.data, task);
  const when = at === undefined ? '' : formats.moment(at);
  const what = decision === undefined ? '' : t(`decision.${decision}`);
  return <Notice icon={Info}>{t(`overtaken.${kind}`, { name, when, what })}</Notice>;
}

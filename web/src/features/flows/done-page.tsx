import { CircleCheckBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { StatusTag } from '@/components/status-tag';

import { useDone } from './api';
import { RunsList } from './runs-list';
import { TONES } from './status';

export function Page() {
  const { t } = useTranslation('flows');
  return (
    <RunsList
      title={t('done.title')}
      useRows={useDone}
      columns={[
        { key: 'by', title: t('column.initiator'), cell: (row) => row.initiator.name },
        {
          key: 'decision',
          title: t('column.decision'),
          cell: (row) => <StatusTag tone={TONES[row.decision]}>{t(`decision.${row.decision}`)}</StatusTag>,
        },
        {
          key: 'at',
          title: t('column.decided'),
          align: 'end',
          cell: (row) => <DateText value={row.decided_at} />,
        },
      ]}
      empty={<EmptyState icon={CircleCheckBig} title={t('done.empty')} hint={t('done.emptyHint')} />}
    />
  );
}

import { Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';

import { useStarted } from './api';
import { RunsList } from './runs-list';
import { Whereabouts } from './whereabouts';

export function Page() {
  const { t } = useTranslation('flows');
  return (
    <RunsList
      title={t('started.title')}
      useRows={useStarted}
      columns={[
        { key: 'status', title: t('column.status'), cell: (row) => <Whereabouts row={row} /> },
        {
          key: 'at',
          title: t('column.submitted'),
          align: 'end',
          cell: (row) => <DateText value={row.started_at} />,
        },
      ]}
      empty={<EmptyState icon={Send} title={t('started.empty')} hint={t('started.emptyHint')} />}
    />
  );
}

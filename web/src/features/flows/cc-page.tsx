import { Button } from 'antd';
import { MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';

import { useCopied, useMarkRead, type Copied } from './api';
import { RunsList } from './runs-list';

export function Page() {
  const { t } = useTranslation('flows');
  return (
    <RunsList
      title={t('cc.title')}
      useRows={useCopied}
      columns={[
        { key: 'by', title: t('column.initiator'), cell: (row) => row.initiator.name },
        { key: 'at', title: t('column.copied'), cell: (row) => <DateText value={row.at} /> },
        { key: 'read', title: t('column.read'), align: 'end', cell: (row) => <ReadState row={row} /> },
      ]}
      empty={<EmptyState icon={MailOpen} title={t('cc.empty')} hint={t('cc.emptyHint')} />}
    />
  );
}

function ReadState({ row }: { row: Copied }) {
  const { t } = useTranslation('flows');
  const read = useMarkRead();
  if (row.read_at !== null) return t('copy.read');
  return (
    <Button size="small" loading={read.isPending} onClick={() => read.mutate(row.run_id)}>
      {read.error ? t('cc.again') : t('cc.mark')}
    </Button>
  );
}

import { Button } from 'antd';
import { Plus, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { useCan } from '@/lib/session/me';

import { useWebhooks } from './api';
import { SecretDialog } from './secret-dialog';
import { StateTag } from './state-tag';
import { WebhookDialog } from './webhook-dialog';
import styles from './webhooks.module.css';

export function Page() {
  const { t } = useTranslation('integrations');
  const manages = useCan()('webhooks.manage');
  const { data, error, refetch } = useWebhooks();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Frame
      title={t('title')}
      hint={t('hint')}
      actions={
        manages && (
          <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <Card flush>
        {error && !data && <ErrorState error={error} again={() => void refetch()} />}
        {!data && !error && <Skeleton rows={3} />}
        {data?.items.length === 0 && <EmptyState icon={WebhookIcon} title={t('none')} hint={t('noneHint')} />}
        {data && data.items.length > 0 && (
          <DataTable
            label={t('title')}
            rows={data.items}
            rowKey={({ id }) => id}
            to={({ id }) => `/webhooks/${id}`}
            columns={[
              {
                key: 'url',
                title: t('columns.url'),
                cell: ({ url, description }) => (
                  <span className={styles.two}>
                    <span>{url}</span>
                    {description && <span className={styles.faint}>{description}</span>}
                  </span>
                ),
              },
              {
                key: 'events',
                title: t('columns.events'),
                cell: ({ event_types }) => t('columns.count', { count: event_types.length }),
              },
              {
                key: 'state',
                title: t('columns.state'),
                cell: (webhook) => <StateTag webhook={webhook} />,
              },
            ]}
          />
        )}
      </Card>
      <WebhookDialog
        open={adding}
        before={null}
        onClose={() => setAdding(false)}
        onSaved={(webhook) => setSecret(webhook.secret)}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </Frame>
  );
}

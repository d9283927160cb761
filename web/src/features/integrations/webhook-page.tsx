import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { toast } from '@/components/toast';

import {
  useEventTypes,
  useRemoveWebhook,
  useRotateSecret,
  useTestWebhook,
  useWebhook,
  type Webhook,
} from './api';
import { Deliveries } from './deliveries';
import { SecretDialog } from './secret-dialog';
import { StateTag } from './state-tag';
import { WebhookDialog } from './webhook-dialog';
import styles from './webhooks.module.css';

export function Page() {
  const { t } = useTranslation('integrations');
  const { webhookId = '' } = useParams();
  const { data, error, refetch } = useWebhook(webhookId);
  if (data) return <View webhook={data} />;
  return (
    <Frame title={t('title')} back={{ to: '/webhooks', label: t('title') }}>
      <Card>{error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={5} />}</Card>
    </Frame>
  );
}

function View({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('integrations');
  const navigate = useNavigate();
  const types = useEventTypes().data?.items ?? [];
  const test = useTestWebhook(webhook.id);
  const rotate = useRotateSecret(webhook.id);
  const remove = useRemoveWebhook();
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const events = webhook.event_types.map((name) => types.find(({ type }) => type === name)?.title ?? name);
  return (
    <Frame
      title={webhook.description || new URL(webhook.url).host}
      hint={webhook.url}
      back={{ to: '/webhooks', label: t('title') }}
      aside={<StateTag webhook={webhook} />}
      actions={
        <>
          <ConfirmAction
            label={t('remove.label')}
            title={t('remove.title')}
            danger
            onConfirm={async () => {
              await remove.mutateAsync(webhook);
              await navigate('/webhooks', { replace: true });
            }}
          >
            <p>{t('remove.text')}</p>
          </ConfirmAction>
          <ConfirmAction
            label={t('rotate.label')}
            title={t('rotate.title')}
            onConfirm={async () => setSecret((await rotate.mutateAsync(null)).secret)}
          >
            <p>{t('rotate.text')}</p>
          </ConfirmAction>
          <Button onClick={() => setEditing(true)}>{t('edit.label')}</Button>
          <Button
            type="primary"
            disabled={!webhook.enabled}
            loading={test.isPending}
            onClick={() => test.mutate(null, { onSuccess: () => toast(t('test.sent')) })}
          >
            {t('test.label')}
          </Button>
        </>
      }
    >
      <ProblemNote error={test.error} />
      <p className={styles.text}>{t('events', { names: events.join(t('and')) })}</p>
      <Deliveries webhook={webhook} names={types} />
      <WebhookDialog
        open={editing}
        before={webhook}
        onClose={() => setEditing(false)}
        onSaved={({ secret: made }) => setSecret(made)}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </Frame>
  );
}

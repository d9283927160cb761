/** What was sent, what the receiver answered each time, and sending it again. */
import { Button } from 'antd';
import { RefreshCw, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { ProblemNote } from '@/components/problem-note';
import { Segmented } from '@/components/segmented';
import { StatusTag, type Tone } from '@/components/status-tag';
import { toast } from '@/components/toast';
import type { Schemas } from '@/lib/api/types';
import { useUrlState } from '@/lib/routing/url-state';

import { useDeliveries, useResend, type Delivery, type Webhook } from './api';
import styles from './webhooks.module.css';

const DEFAULTS = { state: 'all' };
const TONES: Record<Delivery['state'], Tone> = {
  waiting: 'progress',
  delivered: 'success',
  failed: 'danger',
};

interface Props {
  webhook: Webhook;
  names: Schemas['IntegrationsEventType'][];
}

export function Deliveries({ webhook, names }: Props) {
  const { t } = useTranslation('integrations');
  const [{ state }, change] = useUrlState(DEFAULTS);
  const list = useDeliveries(webhook.id, state);
  return (
    <ListFrame
      list={list}
      filters={
        <>
          <Segmented
            label={t('log.title')}
            value={state}
            options={[
              { value: 'all', label: t('log.all') },
              { value: 'failed', label: t('log.failed') },
            ]}
            onChange={(wanted) => change({ state: wanted })}
          />
          <Button icon={<RefreshCw size={15} aria-hidden="true" />} onClick={list.again}>
            {t('log.again')}
          </Button>
        </>
      }
      empty={<EmptyState icon={Send} title={t('log.none')} hint={t('log.noneHint')} />}
    >
      {(deliveries) => (
        <DataTable
          label={t('log.title')}
          rows={deliveries}
          rowKey={({ id }) => id}
          stale={list.stale}
          columns={[
            {
              key: 'event',
              title: t('log.event'),
              cell: ({ event_type, created_at }) => (
                <span className={styles.two}>
                  <span>{names.find(({ type }) => type === event_type)?.title ?? event_type}</span>
                  <span className={styles.faint}>
                    <DateText value={created_at} />
                  </span>
                </span>
              ),
            },
            {
              key: 'state',
              title: t('columns.state'),
              cell: ({ state: now }) => <StatusTag tone={TONES[now]}>{t(`log.states.${now}`)}</StatusTag>,
            },
            {
              key: 'attempts',
              title: t('log.attempts'),
              cell: (delivery) => <Attempts delivery={delivery} />,
            },
            {
              key: 'resend',
              title: t('log.action'),
              align: 'end',
              cell: ({ id }) => <Resend webhook={webhook} deliveryId={id} />,
            },
          ]}
        />
      )}
    </ListFrame>
  );
}

function Attempts({ delivery: { attempts, next_attempt_at } }: { delivery: Delivery }) {
  const { t } = useTranslation('integrations');
  return (
    <ul className={styles.attempts}>
      {attempts.map(({ at, status, duration_ms, error }) => (
        <li key={at}>
          <DateText value={at} as="exact" />{' '}
          {[
            error ? t(`log.faults.${error}`) : t('log.accepted'),
            status && `HTTP ${status}`,
            duration_ms !== null && `${duration_ms} ms`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
      {next_attempt_at && (
        <li>
          {t('log.next')} <DateText value={next_attempt_at} />
        </li>
      )}
    </ul>
  );
}

function Resend({ webhook, deliveryId }: { webhook: Webhook; deliveryId: string }) {
  const { t } = useTranslation('integrations');
  const resend = useResend(webhook.id);
  return (
    <>
      <Button
        size="small"
        disabled={!webhook.enabled}
        loading={resend.isPending}
        onClick={() => resend.mutate(deliveryId, { onSuccess: () => toast(t('log.resent')) })}
      >
        {t('log.resend')}
      </Button>
      <ProblemNote error={resend.error} />
    </>
  );
}

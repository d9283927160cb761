/** While I am away: who decides my new tasks, for whom I do, and until when. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { useMe } from '@/lib/session/me';

import { useDelegations, useEndDelegation, type Delegation } from './away-api';
import { AwayDialog } from './away-dialog';
import styles from './away.module.css';

const TONES = { active: 'success', planned: 'neutral', over: 'neutral' } as const;

export function AwayCard() {
  const { t } = useTranslation('directory');
  const me = useMe();
  const { data, error, refetch } = useDelegations();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t('away.title')}
      extra={
        !me.company.read_only && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('away.add')}
          </Button>
        )
      }
    >
      <p className={styles.hint}>{t('away.hint')}</p>
      {error && !data && <ErrorState error={error} again={() => void refetch()} />}
      {!data && !error && <Skeleton rows={1} />}
      {data && data.items.length > 0 && (
        <ul className={styles.rows}>
          {data.items.map((each) => (
            <Row key={each.id} delegation={each} own={each.from_id === me.id} />
          ))}
        </ul>
      )}
      <AwayDialog open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

function Row({ delegation, own }: { delegation: Delegation; own: boolean }) {
  const { t } = useTranslation('directory');
  const { from, to, from_at, to_at, form_ids, state } = delegation;
  return (
    <li className={styles.row} data-over={state === 'over'}>
      <div className={styles.about}>
        <p className={styles.name}>
          {own ? t('away.decides', { name: to }) : t('away.decidesFor', { name: from })}{' '}
          <StatusTag tone={TONES[state]}>{t(`away.states.${state}`)}</StatusTag>
        </p>
        <p className={styles.faint}>
          <span>
            <DateText value={from_at} /> – <DateText value={to_at} />
          </span>
          <span>
            {form_ids.length === 0 ? t('away.everyForm') : t('away.someForms', { count: form_ids.length })}
          </span>
        </p>
      </div>
      {own && state !== 'over' && <End delegation={delegation} />}
    </li>
  );
}

function End({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation('directory');
  const end = useEndDelegation();
  return (
    <ConfirmAction
      label={t(delegation.state === 'active' ? 'away.end' : 'away.cancel')}
      title={t('away.endTitle', { name: delegation.to })}
      button={{ size: 'small' }}
      onConfirm={() => end.mutateAsync(delegation)}
    >
      <p>{t('away.endText')}</p>
    </ConfirmAction>
  );
}

/** Where this account is signed in, and the way to end it there. */
import { Button } from 'antd';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { toast } from '@/components/toast';
import { leave } from '@/lib/session/enter';

import styles from './account.module.css';
import { useDevices, useSignOutDevice, useSignOutOthers, type Device } from './api';

const HAND_HELD = /iPhone|iPad|Android/;

export function DevicesCard() {
  const { t } = useTranslation(['identity', 'components']);
  const list = useDevices();
  const others = useSignOutOthers();
  const alone = list.more === null && list.items.every(({ current }) => current);
  return (
    <Card
      title={t('identity:devices.title')}
      extra={
        !list.loading &&
        !alone && (
          <ConfirmAction
            label={t('identity:devices.others')}
            title={t('identity:devices.othersTitle')}
            button={{ size: 'small' }}
            onConfirm={async () => {
              await others.mutateAsync(null);
              toast(t('identity:devices.othersDone'));
            }}
          >
            <p>{t('identity:devices.othersText')}</p>
          </ConfirmAction>
        )
      }
    >
      {content()}
      <More list={list} />
    </Card>
  );

  function content() {
    if (list.error) return <ErrorState error={list.error} again={list.again} />;
    if (list.loading) return <Skeleton rows={2} />;
    // This one first: it is what the others are compared with.
    const devices = [...list.items].sort((one, other) => Number(other.current) - Number(one.current));
    return (
      <>
        <p className={styles.hint}>{t(alone ? 'identity:devices.alone' : 'identity:devices.hint')}</p>
        <ul className={styles.rows}>
          {devices.map((device) => (
            <Row key={device.id} device={device} />
          ))}
        </ul>
      </>
    );
  }
}

function Row({ device }: { device: Device }) {
  const { t } = useTranslation('identity');
  const name = device.device || t('devices.unknown');
  const Icon = HAND_HELD.test(name) ? Smartphone : Monitor;
  return (
    <li className={styles.row}>
      <Icon size={20} strokeWidth={1.6} aria-hidden="true" className={styles.icon} />
      <div className={styles.about}>
        <p className={styles.name}>
          {name} {device.current && <StatusTag tone="success">{t('devices.this')}</StatusTag>}
        </p>
        <p className={styles.faint}>
          <span>
            {t('devices.used')} <DateText value={device.refreshed_at} />
          </span>
          <span>
            {t('devices.since')} <DateText value={device.created_at} />
          </span>
          <span className="figures">{device.ip}</span>
        </p>
      </div>
      {device.current ? <SignOutHere /> : <SignOut id={device.id} name={name} />}
    </li>
  );
}

function SignOut({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('identity');
  const end = useSignOutDevice();
  return (
    <ConfirmAction
      label={t('devices.signOut')}
      title={t('devices.signOutTitle', { device: name })}
      button={{ size: 'small' }}
      onConfirm={() => end.mutateAsync(id)}
    >
      <p>{t('devices.signOutText')}</p>
    </ConfirmAction>
  );
}

function SignOutHere() {
  const { t } = useTranslation('identity');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const signOut = () => {
    setBusy(true);
    leave().catch((fault: unknown) => {
      setBusy(false);
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    });
  };
  return (
    <div>
      <Button size="small" loading={busy} onClick={signOut}>
        {t('devices.signOutThis')}
      </Button>
      <ProblemNote error={error} />
    </div>
  );
}

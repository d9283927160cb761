/** News: how my requests ended, and what I was told. Without news there is no card. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { StatusTag } from '@/components/status-tag';
import { useCopied, useStarted } from '@/features/flows/api';
import { Whereabouts } from '@/features/flows/whereabouts';
import { documentPath } from '@/lib/routing/document';

import { changesOf, type Change } from './changes';
import styles from './short-list.module.css';

export const LOOKED_AT = 30;
const SHOWN = 6;

export function WhatChanged() {
  const { t } = useTranslation('app');
  const [now] = useState(() => Date.now());
  const changes = changesOf(useStarted('', LOOKED_AT).items, useCopied('', LOOKED_AT).items, now);
  if (changes.length === 0) return null;
  return (
    <Card title={t('home.changes')}>
      <ul className={styles.list}>
        {changes.slice(0, SHOWN).map((change) => (
          <li key={`${change.kind} ${change.row.run_id}`} className={styles.row}>
            <Link to={documentPath(change.row.record_id, change.row.run_id)} className={styles.title}>
              {change.row.title}
            </Link>
            <span className={styles.about}>
              <About change={change} />
              <span className={styles.when}>
                <DateText value={change.at} as="relative" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ change }: { change: Change }) {
  const { t } = useTranslation(['app', 'flows']);
  if (change.kind === 'ended') return <Whereabouts row={change.row} />;
  const { form_name: form, initiator } = change.row;
  return (
    <span className={styles.told}>
      <StatusTag>{t('app:home.copied')}</StatusTag>
      {t('flows:about', { form, name: initiator.name })}
    </span>
  );
}

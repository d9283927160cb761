/** What I am mailed. Each switch counts at once; what was chosen elsewhere meanwhile is shown, not overwritten. */
import { Switch } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { isProblem } from '@/lib/api/problem';

import { useChoose, usePreferences, type Kind, type Preferences } from './api';
import styles from './preferences.module.css';

const KINDS: Kind[] = ['todo', 'outcome', 'cc', 'comment'];

export function PreferencesCard() {
  const { t } = useTranslation('notifications');
  const { data, error, refetch } = usePreferences();
  return (
    <Card title={t('title')}>
      <p className={styles.hint}>{t('hint')}</p>
      {data ? (
        <Choices saved={data} overtaken={() => void refetch()} />
      ) : error ? (
        <ErrorState error={error} again={() => void refetch()} />
      ) : (
        <Skeleton rows={3} />
      )}
    </Card>
  );
}

function Choices({ saved, overtaken }: { saved: Preferences; overtaken: () => void }) {
  const choose = useChoose();
  const shown = choose.isPending ? choose.variables : saved;
  const change = (kind: Kind, wanted: boolean) => {
    choose.mutate(
      { ...saved, [kind]: wanted },
      {
        onError: (error) => {
          if (isProblem(error, 'stale')) overtaken();
        },
      },
    );
  };
  return (
    <>
      <ul className={styles.rows}>
        {KINDS.map((kind) => (
          <Choice
            key={kind}
            kind={kind}
            wanted={shown[kind]}
            busy={choose.isPending && choose.variables[kind] !== saved[kind]}
            disabled={choose.isPending}
            onChange={(wanted) => change(kind, wanted)}
          />
        ))}
      </ul>
      <ProblemNote error={choose.error} />
    </>
  );
}

interface ChoiceProps {
  kind: Kind;
  wanted: boolean;
  busy: boolean;
  disabled: boolean;
  onChange: (wanted: boolean) => void;
}

function Choice({ kind, wanted, busy, disabled, onChange }: ChoiceProps) {
  const { t } = useTranslation('notifications');
  const id = useId();
  return (
    <li className={styles.row}>
      <label htmlFor={id} className={styles.about}>
        <span className={styles.name}>{t(`${kind}.name`)}</span>
        <span id={`${id}-hint`} className={styles.faint}>
          {t(`${kind}.hint`)}
        </span>
      </label>
      <Switch
        id={id}
        checked={wanted}
        loading={busy}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onChange={onChange}
      />
    </li>
  );
}

/** New records or changes to those that are there, by which field these are found, and how dates are read. */
import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Segmented } from '@/components/segmented';

import type { Check, Settings } from './api';
import { keysOf } from './choices';
import styles from './imports.module.css';

interface Props {
  check: Check;
  settings: Settings;
  onChange: (changes: Settings) => void;
}

const MODES = ['create', 'update', 'upsert'] as const;
const DATES = ['', 'dmy', 'mdy'] as const;

export function Ways({ check, settings, onChange }: Props) {
  const { t } = useTranslation('imports');
  const id = useId();
  const keys = keysOf(check);
  const mode = settings.mode ?? (check.mode as (typeof MODES)[number]);
  const usable = MODES.filter(
    (each) => (each === 'update' || check.may_create) && (each === 'create' || keys.length > 0),
  );
  const named = (each: string) => keys.find(({ path }) => path === each)?.path ?? keys[0]?.path ?? '';
  return (
    <div className={styles.ways}>
      {usable.length > 1 && (
        <Segmented
          label={t('ways.title')}
          options={usable.map((value) => ({ value, label: t(`ways.${value}`) }))}
          value={mode}
          onChange={(value) =>
            onChange({ mode: value, key: value === 'create' ? '' : named(settings.key ?? check.key) })
          }
        />
      )}
      <p className={styles.hint}>{t(`ways.${mode}Hint`)}</p>
      {mode !== 'update' && check.drafts && <p className={styles.hint}>{t('ways.drafts')}</p>}
      {mode !== 'create' && (
        <label htmlFor={`${id}-key`} className={styles.labelled}>
          {t('ways.key')}
          <Select
            id={`${id}-key`}
            value={settings.key ?? check.key}
            options={keys.map(({ path, label }) => ({ value: path, label }))}
            onChange={(key: string) => onChange({ key })}
          />
        </label>
      )}
      <label htmlFor={`${id}-dates`} className={styles.labelled}>
        {t('ways.dates')}
        <Select
          id={`${id}-dates`}
          value={settings.dates ?? ''}
          options={DATES.map((value) => ({ value, label: t(`dates.${value === '' ? 'ask' : value}`) }))}
          onChange={(dates: (typeof DATES)[number]) => onChange({ dates })}
        />
      </label>
    </div>
  );
}

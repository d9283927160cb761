/** Where a value comes from: given here, or looked up when the condition is asked (today, this month, me). */
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { dynamicOf, dynamicsFor, isCounted, MOST_DAYS, nameOf, type DynamicName } from '../dynamic';
import { isDynamic, type Dynamic, type Operand, type Value } from '../types';

import styles from './comparison-row.module.css';

interface Props {
  operand: Operand;
  value: Value | undefined;
  number: number;
  onChange: (value: Dynamic | '') => void;
  /** The input of a value that is given here. */
  children: ReactNode;
}

const FIXED = 'fixed';

export function DynamicInput({ operand, value, number, onChange, children }: Props) {
  const { t } = useTranslation('condition');
  const possible = dynamicsFor(operand.kind);
  const name = nameOf(value);
  if (possible.length === 0 && name === null) return children;
  const fixed = operand.kind.startsWith('date')
    ? 'fixed.date'
    : operand.kind.startsWith('member')
      ? 'fixed.person'
      : 'fixed.department';
  const shown = name === null || possible.includes(name) ? possible : [...possible, name];
  return (
    <div className={styles.dynamic}>
      <Select<DynamicName | typeof FIXED>
        className={styles.wide ?? ''}
        aria-label={t('how', { number })}
        value={name ?? FIXED}
        popupMatchSelectWidth={false}
        options={[
          { value: FIXED, label: t(fixed) },
          ...shown.map((each) => ({ value: each, label: t(`dynamic.${each}`) })),
        ]}
        onChange={(chosen) => onChange(chosen === FIXED ? '' : dynamicOf(chosen))}
      />
      {name === null
        ? children
        : isCounted(name) &&
          isDynamic(value) &&
          'relative' in value && (
            <InputNumber
              className={styles.wide ?? ''}
              aria-label={t('days', { number })}
              suffix={t('daysUnit')}
              min={1}
              max={MOST_DAYS}
              precision={0}
              value={value.n ?? 1}
              onChange={(n) => onChange({ relative: value.relative, n: n ?? 1 })}
            />
          )}
    </div>
  );
}

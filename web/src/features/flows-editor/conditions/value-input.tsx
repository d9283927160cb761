/** What a field is compared with: one value, two of them, or several, typed or chosen as the field's own values are. */
import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import type { Test } from '../model/types';

import { arityOf, valuesOf, withValues } from './condition-model';
import { chosenAtOnce, OneValue, SeveralValues } from './one-value';
import type { Operand } from './operands';
import styles from './test-row.module.css';

interface Props {
  test: Test;
  operand: Operand;
  number: number;
  invalid: boolean;
  describedBy: string;
  onChange: (test: Test) => void;
}

const MOST_VALUES = 200;

export function ValueInput({ test, operand, number, onChange, ...state }: Props) {
  const { t } = useTranslation('flows-editor');
  const values = valuesOf(test);
  const label = t('conditions.value', { number });
  const set = (next: (string | boolean)[]) => onChange(withValues(test, next));
  const replace = (at: number, value: string | boolean) =>
    set(values.map((each, index) => (index === at ? value : each)));

  switch (arityOf(test.op)) {
    case 'none':
      return null;
    case 'one':
      return (
        <div className={styles.value}>
          <OneValue
            {...state}
            operand={operand}
            label={label}
            value={values[0] ?? ''}
            onChange={(value) => set([value])}
          />
        </div>
      );
    case 'two': {
      const [low = '', high = ''] = values;
      return (
        <div className={styles.range}>
          <OneValue
            {...state}
            operand={operand}
            label={t('conditions.low', { number })}
            value={low}
            onChange={(value) => set([value, high])}
          />
          <span className={styles.to}>{t('conditions.to')}</span>
          <OneValue
            {...state}
            operand={operand}
            label={t('conditions.high', { number })}
            value={high}
            onChange={(value) => set([low, value])}
          />
        </div>
      );
    }
    case 'many':
      if (chosenAtOnce(operand))
        return (
          <div className={styles.value}>
            <SeveralValues
              {...state}
              operand={operand}
              label={label}
              value={values.map(String)}
              onChange={set}
            />
          </div>
        );
      return (
        <div className={styles.list}>
          {(values.length === 0 ? [''] : values).map((value, at) => (
            <div key={at} className={styles.each}>
              <OneValue
                {...state}
                operand={operand}
                label={label}
                value={value}
                onChange={(next) => (values.length === 0 ? set([next]) : replace(at, next))}
              />
              {values.length > 1 && (
                <Tool
                  label={t('conditions.removeValue', { value: String(value) })}
                  onClick={() => set(values.filter((_, index) => index !== at))}
                >
                  <X size={14} />
                </Tool>
              )}
            </div>
          ))}
          <Button
            type="text"
            size="small"
            className={styles.more ?? ''}
            icon={<Plus size={14} aria-hidden="true" />}
            disabled={values.length >= MOST_VALUES || values.length === 0}
            onClick={() => set([...values, ''])}
          >
            {t('conditions.addValue')}
          </Button>
        </div>
      );
  }
}

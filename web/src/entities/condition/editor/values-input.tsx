/** What a field is compared with: one value, two of them, or several, typed or chosen as the field's own values are. */
import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';

import { valuesOf, withValues } from '../model';
import { arityOf } from '../operators';
import { isDynamic, type Comparison, type Operand, type Value } from '../types';

import styles from './comparison-row.module.css';
import { DynamicInput } from './dynamic-input';
import { chosenAtOnce, OneValue, SeveralValues } from './one-value';

interface Props {
  test: Comparison;
  operand: Operand;
  number: number;
  invalid: boolean;
  describedBy: string;
  onTyping: (typing: boolean) => void;
  onChange: (test: Comparison) => void;
}

const MOST_VALUES = 200;

export function ValuesInput({ test, operand, number, onTyping, onChange, ...state }: Props) {
  const { t } = useTranslation('condition');
  const values = valuesOf(test);
  const label = t('value', { number });
  const set = (next: Value[]) => onChange(withValues(test, next));
  const replace = (at: number, value: Value) =>
    set(values.map((each, index) => (index === at ? value : each)));

  switch (arityOf(test.op)) {
    case 'none':
      return null;
    case 'one':
      return (
        <div className={styles.value}>
          <OneValue
            {...state}
            onTyping={onTyping}
            operand={operand}
            number={number}
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
            onTyping={onTyping}
            operand={operand}
            number={number}
            label={t('low', { number })}
            value={low}
            onChange={(value) => set([value, high])}
          />
          <span className={styles.to}>{t('to')}</span>
          <OneValue
            {...state}
            onTyping={onTyping}
            operand={operand}
            number={number}
            label={t('high', { number })}
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
            <DynamicInput
              operand={operand}
              value={values[0]}
              number={number}
              onChange={(value) => set(value === '' ? [] : [value])}
            >
              <SeveralValues
                {...state}
                operand={operand}
                label={label}
                value={values.filter((each) => !isDynamic(each)).map(String)}
                onChange={set}
              />
            </DynamicInput>
          </div>
        );
      return (
        <div className={styles.list}>
          {(values.length === 0 ? [''] : values).map((value, at) => (
            <div key={at} className={styles.each}>
              <OneValue
                {...state}
                onTyping={onTyping}
                operand={operand}
                number={number}
                label={label}
                value={value}
                onChange={(next) => (values.length === 0 ? set([next]) : replace(at, next))}
              />
              {values.length > 1 && (
                <Tool
                  label={t('removeValue', { value: isDynamic(value) ? '' : String(value) })}
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
            {t('addValue')}
          </Button>
        </div>
      );
  }
}

/** One line of a condition: a field, how it is compared, and with what. */
import { Select } from 'antd';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';
import { BY_LABEL } from '@/components/searching';

import type { Fault, Operator, Test } from '../model/types';
import { FaultLines } from '../rules/fault-lines';

import { lacksValue, offered, withOperand, withOperator } from './condition-model';
import { wordsFor } from './condition-text';
import type { Operand } from './operands';
import styles from './test-row.module.css';
import { ValueInput } from './value-input';

interface Props {
  test: Test;
  number: number;
  operands: Operand[];
  /** Below this line: `value`. */
  faults: Fault[];
  onChange: (test: Test) => void;
  onRemove: () => void;
}

export function TestRow({ test, number, operands, faults, onChange, onRemove }: Props) {
  const { t } = useTranslation('flows-editor');
  const about = useId();
  const operand = operands.find(({ id }) => id === test.field);
  const wrong = (part: string) => faults.some(({ at, warns }) => !warns && at.split('/')[0] === part);
  const group = (initiator: boolean) =>
    operands
      .filter((each) => each.initiator === initiator)
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <li className={styles.test}>
      {number > 1 && <span className={styles.also}>{t('conditions.also')}</span>}
      <div className={styles.parts}>
        <Select<string | null>
          className={styles.field ?? ''}
          aria-label={t('conditions.field', { number })}
          aria-describedby={about}
          status={wrong('field') ? 'error' : ''}
          value={test.field === '' ? null : test.field}
          showSearch={BY_LABEL}
          popupMatchSelectWidth={false}
          options={[
            { label: t('conditions.ofForm'), options: group(false) },
            { label: t('conditions.ofInitiator'), options: group(true) },
          ]}
          labelRender={() => operand?.name ?? t('conditions.goneField')}
          onChange={(chosen) => {
            const next = operands.find(({ id }) => id === chosen);
            if (next) onChange(withOperand(test, next));
          }}
        />
        <Select<Operator>
          className={styles.operator ?? ''}
          aria-label={t('conditions.operator', { number })}
          aria-describedby={about}
          status={wrong('op') ? 'error' : ''}
          value={test.op}
          popupMatchSelectWidth={false}
          options={offered(operand, test.op).map((op) => ({
            value: op,
            label: t(wordsFor('op', operand, op)),
          }))}
          onChange={(op) => onChange(withOperator(test, op))}
        />
        {operand && (
          <ValueInput
            test={test}
            operand={operand}
            number={number}
            invalid={wrong('value')}
            describedBy={about}
            onChange={onChange}
          />
        )}
      </div>
      <Tool label={t('conditions.removeTest', { number })} onClick={onRemove}>
        <X size={15} />
      </Tool>
      <div id={about} className={styles.about}>
        <FaultLines faults={faults} />
        {faults.length === 0 && operand && lacksValue(test) && (
          <p className={styles.lacks}>{t('conditions.lacks')}</p>
        )}
      </div>
    </li>
  );
}

/** One line of a condition: a field, how it is compared, and with what. */
import { Select } from 'antd';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Tool } from '@/components/editing/tool';
import { BY_LABEL } from '@/components/searching';

import { FaultLines } from '../fault-lines';
import { complaintOf, lacksValue, withOperand, withOperator } from '../model';
import { offered, operatorOf, operatorWords } from '../operators';
import type { Comparison, Fault, Operand } from '../types';
import { useWordsLanguage } from '../use-condition';

import styles from './comparison-row.module.css';
import { useEditorState } from './editor-context';
import { ValuesInput } from './values-input';

interface Props {
  test: Comparison;
  number: number;
  /** Below this line: `value`. */
  faults: Fault[];
  onChange: (test: Comparison) => void;
  onRemove: () => void;
}

const ABOUT = { form: 'ofForm', record: 'ofRecord', initiator: 'ofInitiator' } as const;

export function ComparisonRow({ test, number, faults, onChange, onRemove }: Props) {
  const { t } = useTranslation('condition');
  const language = useWordsLanguage();
  const { operands } = useEditorState();
  const about = useId();
  const [typing, setTyping] = useState(false);
  const operand = operands.find(({ id }) => id === test.field);
  const op = operatorOf(test.op)?.name ?? test.op;
  const wrong = (part: string) => faults.some(({ at, warns }) => !warns && at.split('/')[0] === part);
  // A value that is half typed is not wrong yet.
  const complaint = operand && !typing ? complaintOf(test, operand) : null;
  return (
    <li className={styles.test}>
      <div className={styles.parts}>
        <Select<string | null>
          className={styles.field ?? ''}
          aria-label={t('field', { number })}
          aria-describedby={about}
          status={wrong('field') ? 'error' : ''}
          value={test.field === '' ? null : test.field}
          showSearch={BY_LABEL}
          popupMatchSelectWidth={false}
          options={grouped(operands).map(([of, list]) => ({
            label: t(ABOUT[of]),
            options: list.map(({ id, name }) => ({ value: id, label: name })),
          }))}
          labelRender={() => operand?.name ?? t('goneField')}
          onChange={(chosen) => {
            const next = operands.find(({ id }) => id === chosen);
            if (next) onChange(withOperand(test, next));
          }}
        />
        <Select<string>
          className={styles.operator ?? ''}
          aria-label={t('operator', { number })}
          aria-describedby={about}
          status={wrong('op') ? 'error' : ''}
          value={op}
          popupMatchSelectWidth={false}
          options={offered(operand, op).map((each) => ({
            value: each,
            label: operatorWords('label', each, operand, language),
          }))}
          onChange={(next) => onChange(withOperator(test, next))}
        />
        {operand && (
          <ValuesInput
            test={test}
            operand={operand}
            number={number}
            invalid={wrong('value') || complaint !== null}
            describedBy={about}
            onTyping={setTyping}
            onChange={onChange}
          />
        )}
      </div>
      <Tool label={t('removeTest', { number })} onClick={onRemove}>
        <X size={15} />
      </Tool>
      <div id={about} className={styles.about}>
        <FaultLines faults={faults} />
        {faults.length === 0 && complaint && <p className={styles.wrong}>{t(`wrong.${complaint}`)}</p>}
        {faults.length === 0 && operand && lacksValue(test) && <p className={styles.lacks}>{t('lacks')}</p>}
      </div>
    </li>
  );
}

/** In the order in which each group comes first. */
function grouped(operands: Operand[]): [Operand['of'], Operand[]][] {
  const kinds = [...new Set(operands.map(({ of }) => of))];
  return kinds.map((of) => [of, operands.filter((each) => each.of === of)]);
}

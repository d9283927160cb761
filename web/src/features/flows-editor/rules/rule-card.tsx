/** One rule: the sentence that it makes, and below it what can be set. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';

import { Tool } from '@/components/editing/tool';
import { FaultLines } from '@/entities/condition/fault-lines';

import type { Fault, Rule } from '../model/types';

import styles from './approver-rules.module.css';
import { faultsAt, isSet } from './rule-model';
import { ruleSentence, type Use } from './rule-text';
import { moduleOf } from './rule-types';
import type { Words } from './rule-words';

interface Props {
  rule: Rule;
  use: Use;
  number: number;
  last: boolean;
  words: Words;
  /** Below this rule: `members/0`. */
  faults: Fault[];
  onChange: (rule: Rule) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function RuleCard({ rule, use, number, last, words, faults, onChange, onMove, onRemove }: Props) {
  const { t } = words;
  const { icon: Icon, showsFaultsAt, Settings } = moduleOf(rule);
  const sentence = ruleSentence(rule, use, words);
  const placed = showsFaultsAt === undefined ? [] : faultsAt(faults, showsFaultsAt);
  const own = faults.filter((fault) => !placed.includes(fault));
  return (
    <li className={styles.card} data-fault={faults.some(({ warns }) => !warns)}>
      <div className={styles.head}>
        <Icon size={16} strokeWidth={1.8} aria-hidden="true" className={styles.icon} />
        <p className={styles.sentence} data-set={isSet(rule)}>
          {sentence}
        </p>
        <div className={styles.tools}>
          {!(number === 1 && last) && (
            <>
              <Tool label={t('rules.up', { number })} disabled={number === 1} onClick={() => onMove(-1)}>
                <ArrowUp size={15} />
              </Tool>
              <Tool label={t('rules.down', { number })} disabled={last} onClick={() => onMove(1)}>
                <ArrowDown size={15} />
              </Tool>
            </>
          )}
          <Tool label={t('rules.remove', { number })} onClick={onRemove}>
            <Trash2 size={15} />
          </Tool>
        </div>
      </div>
      {Settings && (
        <div className={styles.settings} data-settings>
          <Settings rule={rule} fields={words.fields} t={t} faults={faults} onChange={onChange} />
        </div>
      )}
      <FaultLines faults={own} />
    </li>
  );
}

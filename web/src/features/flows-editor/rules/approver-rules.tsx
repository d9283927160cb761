/** Who approves, or who is told: rules that each read as a sentence, in the order in which a sequence would ask. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { FaultLines } from '@/entities/condition/fault-lines';
import { useNames } from '@/entities/condition/use-names';

import type { Fault, FlowField, Rule } from '../model/types';

import { AddRule } from './add-rule';
import styles from './approver-rules.module.css';
import { RuleCard } from './rule-card';
import { faultsAt, MOST_RULES, newRule } from './rule-model';
import { namedMembers, type Use } from './rule-text';

interface Props {
  /** Approvers of a step, or whom a copy goes to. */
  use?: Use;
  value: Rule[];
  onChange: (rules: Rule[]) => void;
  fields: FlowField[];
  /** Below the list: `0/members`, or '' for all of it. */
  faults?: Fault[];
}

export function ApproverRules({ use = 'approve', value, onChange, fields, faults = [] }: Props) {
  const { t } = useTranslation('flows-editor');
  const names = useNames({ members: namedMembers(value), records: [] });
  const list = useRef<HTMLOListElement>(null);
  const fresh = useRef(-1);
  useEffect(() => {
    const card = list.current?.children[fresh.current];
    fresh.current = -1;
    card?.querySelector<HTMLElement>('[data-settings] input')?.focus();
  }, [value.length]);

  const replace = (at: number, rule: Rule) =>
    onChange(value.map((each, index) => (index === at ? rule : each)));
  const move = (at: number, by: number) => {
    const next = [...value];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  return (
    <div className={styles.rules}>
      {value.length > 0 && (
        <ol ref={list} className={styles.list} aria-label={t(`rules.title.${use}`)}>
          {value.map((rule, index) => (
            <RuleCard
              key={index}
              rule={rule}
              use={use}
              number={index + 1}
              last={index === value.length - 1}
              words={{ t, fields, names }}
              faults={faults
                .filter(({ at }) => at === String(index) || at.startsWith(`${index}/`))
                .map((fault) => ({ ...fault, at: fault.at.slice(String(index).length + 1) }))}
              onChange={(next) => replace(index, next)}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(value.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
      )}
      <FaultLines faults={faultsAt(faults, '').filter(({ at }) => at === '')} />
      <AddRule
        use={use}
        fields={fields}
        full={value.length >= MOST_RULES}
        onAdd={(type) => {
          fresh.current = value.length;
          onChange([...value, newRule(type, fields)]);
        }}
      />
    </div>
  );
}

/** One rule: its condition as a formula in the words of the form, and what it does. */
import { Button, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import type { Rule } from '@/entities/entry/rules';
import { namesAt, toShown, toStored } from '@/entities/field/types/formula/formula-text';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';

import { RuleAction } from './rule-action';
import styles from './rules.module.css';

const MOST_ACTIONS = 10;

interface Props {
  rule: Rule;
  number: number;
  faults: Fault[];
  /** `about` joins the letters of one input into one step of undo. */
  onChange: (rule: Rule, about?: string) => void;
  onRemove: () => void;
}

export function RuleCard({ rule, number, faults, onChange, onRemove }: Props) {
  const { t } = useTranslation('forms-editor');
  const { then } = rule;
  return (
    <section className={styles.rule} aria-label={t('rules.one', { number })}>
      <header className={styles.header}>
        <h4>{t('rules.one', { number })}</h4>
        <Button
          type="text"
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={t('rules.remove', { number })}
          onClick={onRemove}
        />
      </header>
      <When
        formula={rule.when.formula}
        fault={faultFor(faults, 'when/formula')}
        onChange={(formula) => onChange({ ...rule, when: { formula } }, 'when')}
      />
      {then.map((action, index) => (
        <RuleAction
          key={index}
          action={action}
          number={index + 1}
          faultOf={(setting) => faultFor(faults, `then/${String(index)}/${setting}`)}
          onChange={(next, about) =>
            onChange(
              { ...rule, then: then.map((each, at) => (at === index ? next : each)) },
              about && `then/${String(index)}/${about}`,
            )
          }
          onRemove={
            then.length > 1
              ? () => onChange({ ...rule, then: then.filter((_, at) => at !== index) })
              : undefined
          }
        />
      ))}
      {then.length < MOST_ACTIONS && (
        <Button
          type="text"
          icon={<Plus size={16} aria-hidden />}
          onClick={() =>
            onChange({ ...rule, then: [...then, { act: 'require', fields: then[0]?.fields ?? [] }] })
          }
        >
          {t('rules.addAct')}
        </Button>
      )}
    </section>
  );
}

interface WhenProps {
  formula: string;
  fault: string | undefined;
  onChange: (formula: string) => void;
}

function When({ formula, fault, onChange }: WhenProps) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const names = namesAt(definition, { field: '' }, language);
  const [typed, type] = useState(() => toShown(formula, names));
  // Undo, or the other side of a merge, may have changed it: what was typed here is older then.
  const own = toStored(typed, names);
  const text = own.expression === formula ? typed : toShown(formula, names);
  const [unknown] = own.expression === formula ? own.unknown : [];
  const error = unknown === undefined ? fault : t('rules.unknown', { name: unknown });
  return (
    <Setting label={t('rules.when')} hint={t('rules.whenHint')} error={error}>
      {(input) => (
        <Input.TextArea
          {...input}
          className="grows"
          maxLength={2000}
          value={text}
          onChange={({ target }) => {
            type(target.value);
            onChange(toStored(target.value, names).expression);
          }}
        />
      )}
    </Setting>
  );
}

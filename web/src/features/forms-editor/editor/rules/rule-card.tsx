/** One rule as a sentence: when, then, else. */
import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Rule, RuleAction as Action } from '@/entities/entry/rule-plan';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { RuleAction } from './rule-action';
import styles from './rules.module.css';
import { WhenSetting } from './when-setting';

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
  const { then, else: otherwise = [] } = rule;
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
      <WhenSetting
        when={rule.when}
        faults={faults}
        onChange={(when) => onChange({ ...rule, when }, 'when')}
      />
      <Branch
        title={t('rules.then')}
        name="then"
        least={1}
        actions={then}
        faults={faults}
        start={{ act: 'require', fields: then[0]?.fields ?? [] }}
        onChange={(next, about) => onChange({ ...rule, then: next }, about)}
      />
      <Branch
        title={t('rules.else')}
        name="else"
        least={0}
        actions={otherwise}
        faults={faults}
        start={{ act: 'hide', fields: then[0]?.fields ?? [] }}
        onChange={(next, about) =>
          onChange(withOption(rule, 'else', next.length > 0 ? next : undefined), about)
        }
      />
    </section>
  );
}

interface BranchProps {
  title: string;
  name: 'then' | 'else';
  least: number;
  actions: Action[];
  faults: Fault[];
  /** What another action begins with. */
  start: Action;
  onChange: (actions: Action[], about?: string) => void;
}

function Branch({ title, name, least, actions, faults, start, onChange }: BranchProps) {
  const { t } = useTranslation('forms-editor');
  const empty = actions.length === 0;
  return (
    <div className={styles.branch} role="group" aria-label={title}>
      {!empty && <h5 className={styles.branchTitle}>{title}</h5>}
      {actions.map((action, index) => (
        <RuleAction
          key={index}
          action={action}
          number={index + 1}
          faultOf={(setting) => faultFor(faults, `${name}/${String(index)}/${setting}`)}
          onChange={(next, about) =>
            onChange(
              actions.map((each, at) => (at === index ? next : each)),
              about && `${name}/${String(index)}/${about}`,
            )
          }
          onRemove={
            actions.length > least ? () => onChange(actions.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      {actions.length < MOST_ACTIONS && (
        <Button
          type="text"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onChange([...actions, start])}
        >
          {t(empty ? 'rules.addElse' : 'rules.addAct')}
        </Button>
      )}
    </div>
  );
}

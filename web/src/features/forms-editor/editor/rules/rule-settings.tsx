/** Rules: what is shown, required or refused while a record is filled in. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { listOperands } from '@/entities/condition/fields';
import { newComparison } from '@/entities/condition/model';
import type { Rule } from '@/entities/entry/rules';
import { isComputed } from '@/entities/field/registry';
import { useEditor } from '@/entities/form/editing/editor';
import type { Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { newRule } from './model';
import { RuleCard } from './rule-card';
import styles from './rules.module.css';

const MOST_RULES = 50;

export function RuleSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, change } = useEditor();
  const rules = definition.rules ?? [];
  const set = (next: Rule[], about?: string) =>
    change(withOption(definition, 'rules', next.length > 0 ? next : undefined), about);
  const add = () => {
    const id = `r_${Math.random().toString(36).slice(2, 12)}`;
    const [first] = definition.fields;
    const asked = definition.fields.filter((field) => !isComputed(field));
    if (first) set([...rules, newRule(id, newComparison(listOperands(asked, language)), first)]);
  };
  return (
    <Section title={t('rules.title')}>
      <p className={styles.about}>{t('rules.about')}</p>
      {rules.map((rule, index) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          number={index + 1}
          faults={below(faults, `rules/${String(index)}`)}
          onChange={(next, about) =>
            set(
              rules.map((each) => (each.id === rule.id ? next : each)),
              about && `form/rules/${rule.id}/${about}`,
            )
          }
          onRemove={() => set(rules.filter(({ id }) => id !== rule.id))}
        />
      ))}
      {definition.fields.length > 0 && rules.length < MOST_RULES && (
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('rules.add')}
        </Button>
      )}
    </Section>
  );
}

/** The faults of one rule, as its settings call them. */
function below(faults: Fault[], path: string): Fault[] {
  return faults
    .filter(({ setting }) => setting === path || setting.startsWith(`${path}/`))
    .map((fault) => ({ ...fault, setting: fault.setting.slice(path.length + 1) }));
}

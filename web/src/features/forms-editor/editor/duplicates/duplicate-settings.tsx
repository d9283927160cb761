/** Duplicate rules: which records are the same, here and in other forms, and whether saving one of them is refused. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import type { Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { DuplicateCard } from './duplicate-card';
import styles from './duplicates.module.css';
import { comparable, MOST_RULES, newRule, type DuplicateRule } from './model';

export function DuplicateSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, change } = useEditor();
  const rules = definition.duplicates ?? [];
  const offers = comparable(definition.fields, language).length > 0 || rules.length > 0;
  const set = (next: DuplicateRule[], about?: string) =>
    change(withOption(definition, 'duplicates', next.length > 0 ? next : undefined), about);
  const add = () => {
    const id = `d_${Math.random().toString(36).slice(2, 12)}`;
    set([...rules, newRule(id, t('duplicates.new'), definition.fields)]);
  };
  return (
    <Section title={t('duplicates.title')}>
      <p className={styles.about}>{t(offers ? 'duplicates.about' : 'duplicates.noField')}</p>
      {faults
        .filter(({ setting }) => setting === 'duplicates')
        .map(({ message }) => (
          <p key={message} className={styles.fault} role="alert">
            {message}
          </p>
        ))}
      {rules.map((rule, index) => (
        <DuplicateCard
          key={rule.id}
          rule={rule}
          faults={below(faults, `duplicates/${String(index)}`)}
          onChange={(next, about) =>
            set(
              rules.map((each) => (each.id === rule.id ? next : each)),
              about && `form/duplicates/${rule.id}/${about}`,
            )
          }
          onRemove={() => set(rules.filter(({ id }) => id !== rule.id))}
        />
      ))}
      {offers && rules.length < MOST_RULES && (
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('duplicates.add')}
        </Button>
      )}
    </Section>
  );
}

/** The faults of one rule, as its settings call them. */
function below(faults: Fault[], path: string): Fault[] {
  return faults
    .filter(({ setting }) => setting.startsWith(`${path}/`))
    .map((fault) => ({ ...fault, setting: fault.setting.slice(path.length + 1) }));
}

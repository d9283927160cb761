/** Guarded balances: what records of this form take of a limit that a linked record has, and when. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Section } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import type { Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { BalanceCard } from './balance-card';
import styles from './balances.module.css';
import { MOST_BALANCES, newBalance, single, type Balance } from './model';

export function BalanceSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, change } = useEditor();
  const balances = definition.balances ?? [];
  const linked = single(definition.fields, language).length > 0;
  const set = (next: Balance[], about?: string) =>
    change(withOption(definition, 'balances', next.length > 0 ? next : undefined), about);
  const add = () => {
    const id = `b_${Math.random().toString(36).slice(2, 12)}`;
    set([...balances, newBalance(id, t('balances.new'), definition.fields, language)]);
  };
  return (
    <Section title={t('balances.title')}>
      <p className={styles.about}>
        {t(linked || balances.length > 0 ? 'balances.about' : 'balances.noLink')}
      </p>
      {balances.map((balance, index) => (
        <BalanceCard
          key={balance.id}
          balance={balance}
          faults={below(faults, `balances/${String(index)}`)}
          onChange={(next, about) =>
            set(
              balances.map((each) => (each.id === balance.id ? next : each)),
              about && `form/balances/${balance.id}/${about}`,
            )
          }
          onRemove={() => set(balances.filter(({ id }) => id !== balance.id))}
        />
      ))}
      {(linked || balances.length > 0) && balances.length < MOST_BALANCES && (
        <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
          {t('balances.add')}
        </Button>
      )}
    </Section>
  );
}

/** The faults of one balance, as its settings call them. */
function below(faults: Fault[], path: string): Fault[] {
  return faults
    .filter(({ setting }) => setting === path || setting.startsWith(`${path}/`))
    .map((fault) => ({ ...fault, setting: fault.setting.slice(path.length + 1) }));
}

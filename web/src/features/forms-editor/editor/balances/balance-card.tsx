/** One guarded balance: whose limit, how much a record takes of it, for which records, and when. */
import { Button, Select } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Setting, Toggle } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { listOperands } from '@/entities/condition/fields';
import { newComparison } from '@/entities/condition/model';
import type { Condition } from '@/entities/condition/types';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';

import { LabelSetting } from '../label-setting';

import styles from './balances.module.css';
import { LimitSetting } from './limit-setting';
import { days, EVERY, BY_CREATION, numbers, single, type Balance, type Every } from './model';
import { MoveSettings } from './move-settings';

export interface BalanceProps {
  balance: Balance;
  faults: Fault[];
  /** `about` joins the letters of one input into one step of undo. */
  onChange: (balance: Balance, about?: string) => void;
}

export function BalanceCard({
  balance,
  faults,
  onChange,
  onRemove,
}: BalanceProps & { onRemove: () => void }) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const { fields } = definition;
  const name = labelText(balance.name, language);
  const dated = days(fields, language);
  return (
    <section className={styles.balance} aria-label={name}>
      <header className={styles.header}>
        <h4 className={styles.name}>{name}</h4>
        <Button
          type="text"
          icon={<Trash2 size={16} aria-hidden />}
          aria-label={t('balances.remove', { name })}
          onClick={onRemove}
        />
      </header>
      <LabelSetting
        label={t('balances.name')}
        otherLabel={t('balances.nameOther')}
        value={balance.name}
        language={language}
        maxLength={100}
        error={faultFor(faults, 'name')}
        onChange={(label) => onChange({ ...balance, name: label }, 'name')}
      />
      <Setting label={t('balances.on')} hint={t('balances.onHint')} error={faultFor(faults, 'on')}>
        {(input) => (
          <Select
            {...input}
            showSearch={BY_LABEL}
            value={balance.on ?? null}
            placeholder={t('balances.choose')}
            options={single(fields, language)}
            onChange={(on: string) => onChange({ ...balance, on })}
          />
        )}
      </Setting>
      <LimitSetting balance={balance} faults={faults} onChange={onChange} />
      <Setting
        label={t('balances.amount')}
        hint={t('balances.amountHint')}
        error={faultFor(faults, 'amount')}
      >
        {(input) => (
          <Select
            {...input}
            showSearch={BY_LABEL}
            value={balance.amount ?? null}
            placeholder={t('balances.choose')}
            options={numbers(fields, language)}
            onChange={(amount: string) => onChange({ ...balance, amount })}
          />
        )}
      </Setting>
      <Setting label={t('balances.period')} error={faultFor(faults, 'period')}>
        {(input) => (
          <Select<Every | ''>
            {...input}
            value={balance.period?.every ?? ''}
            options={['' as const, ...EVERY].map((every) => ({
              value: every,
              label: t(`balances.every.${every === '' ? 'none' : every}`),
            }))}
            onChange={(every) =>
              onChange(withOption(balance, 'period', every === '' ? undefined : { ...balance.period, every }))
            }
          />
        )}
      </Setting>
      {balance.period && (
        <Setting label={t('balances.by')} hint={t('balances.byHint')}>
          {(input) => (
            <Select
              {...input}
              value={balance.period?.by ?? BY_CREATION}
              options={[{ value: BY_CREATION, label: t('balances.byCreation') }, ...dated]}
              onChange={(by) => onChange({ ...balance, period: { every: 'month', ...balance.period, by } })}
            />
          )}
        </Setting>
      )}
      <MoveSettings balance={balance} faults={faults} onChange={onChange} />
      <Conditional balance={balance} faults={faults} onChange={onChange} />
    </section>
  );
}

function Conditional({ balance, faults, onChange }: BalanceProps) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const operands = listOperands(definition.fields, language);
  const condition = balance.when as Condition | undefined;
  const inside = faults
    .filter(({ setting }) => setting === 'when' || setting.startsWith('when/'))
    .map(({ setting, message }) => ({ at: setting.slice('when/'.length), message, warns: false }));
  return (
    <>
      <Toggle
        label={t('balances.when')}
        checked={condition !== undefined}
        onChange={(on) =>
          onChange(withOption(balance, 'when', on ? { all: [newComparison(operands)] } : undefined))
        }
      />
      {condition && (
        <ConditionEditor
          value={condition}
          operands={operands}
          faults={inside}
          everybody
          onChange={(next) => onChange({ ...balance, when: next }, 'when')}
        />
      )}
    </>
  );
}

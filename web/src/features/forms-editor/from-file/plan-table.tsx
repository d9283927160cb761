/** The columns of the file as fields: which are taken, what they are called, and of which type they are. */
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DataTable } from '@/components/data-table';
import type { FieldType } from '@/entities/field/definition';
import { useAllTypeWords } from '@/entities/field/type-words';

import type { Column, Planned } from './fields';
import styles from './from-file.module.css';

interface Props {
  columns: Column[];
  plans: Planned[];
  onChange: (plans: Planned[]) => void;
}

export function PlanTable({ columns, plans, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const words = useAllTypeWords();
  const change = (column: number, changes: Partial<Planned>) =>
    onChange(plans.map((plan) => (plan.column === column ? { ...plan, ...changes } : plan)));
  const columnOf = ({ column }: Planned) => columns.find(({ index }) => index === column);
  return (
    <DataTable
      label={t('fromFile.fields')}
      rows={plans}
      rowKey={({ column }) => String(column)}
      columns={[
        {
          key: 'name',
          title: t('fromFile.name'),
          cell: (plan) => (
            <span className={styles.named}>
              <Checkbox
                aria-label={t('fromFile.include', { name: plan.name })}
                checked={plan.included}
                onChange={({ target }) => change(plan.column, { included: target.checked })}
              />
              <Input
                aria-label={t('fromFile.name')}
                value={plan.name}
                maxLength={60}
                onChange={({ target }) => change(plan.column, { name: target.value })}
              />
            </span>
          ),
        },
        {
          key: 'type',
          title: t('fromFile.type'),
          width: '180px',
          cell: (plan) => {
            const column = columnOf(plan);
            return (
              <Select
                className={styles.select}
                aria-label={t('fromFile.typeOf', { name: plan.name })}
                value={plan.type}
                options={(column?.field.types ?? []).map(({ type }) => ({
                  value: type,
                  label: words(type as FieldType, 'name'),
                }))}
                onChange={(type: string) => change(plan.column, { type })}
              />
            );
          },
        },
        {
          key: 'samples',
          title: t('fromFile.samples'),
          cell: (plan) => <span className={styles.samples}>{columnOf(plan)?.samples.join(' · ')}</span>,
        },
      ]}
    />
  );
}

/** Each column of the file with what stands in it, and the field that it is read into. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DataTable } from '@/components/data-table';
import { BY_LABEL } from '@/components/searching';

import type { Check } from './api';
import styles from './imports.module.css';

interface Props {
  check: Check;
  mapping: Record<string, string>;
  onChange: (column: number, path: string) => void;
}

export function MappingTable({ check: { columns, targets }, mapping, onChange }: Props) {
  const { t } = useTranslation('imports');
  const options = [
    { value: '', label: t('columns.none') },
    ...targets.map(({ path, label, required }) => ({
      value: path,
      label: required ? t('columns.required', { field: label }) : label,
    })),
  ];
  return (
    <DataTable
      label={t('columns.title')}
      rows={columns}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'name',
          title: t('columns.name'),
          cell: ({ letter, name }) => (
            <span>
              <span className={styles.letter}>{letter}</span> {name}
            </span>
          ),
        },
        {
          key: 'samples',
          title: t('columns.samples'),
          cell: ({ samples }) => <span className={styles.samples}>{samples.join(' · ')}</span>,
        },
        {
          key: 'field',
          title: t('columns.field'),
          width: '280px',
          cell: ({ index, name }) => (
            <Select
              className={styles.select}
              aria-label={t('columns.fieldOf', { column: name })}
              value={mapping[String(index)] ?? ''}
              options={options}
              showSearch={BY_LABEL}
              onChange={(path: string) => onChange(index, path)}
            />
          ),
        },
      ]}
    />
  );
}

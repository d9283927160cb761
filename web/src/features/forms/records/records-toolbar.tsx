/** Above a list of records: one search, the conditions, how many there are, and the order. */
import { Button, Select } from 'antd';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SearchField } from '@/components/search-field';
import type { Field } from '@/entities/field/definition';
import type { Definition } from '@/entities/form/definition';

import { ConditionChips } from './condition-chips';
import { STATE, type Condition } from './conditions';
import { FilterDialog } from './filter-dialog';
import { RecordCount } from './record-count';
import { STATES } from './record-state';
import styles from './records-page.module.css';
import { SortSelect } from './sort-select';

interface Props {
  definition: Definition;
  fields: Field[];
  /** Whether the form's records have states that say something. */
  staged: boolean;
  search: string;
  onSearch: (text: string) => void;
  conditions: Condition[];
  onChange: (conditions: Condition[]) => void;
  sort: string;
  onSort: (sort: string) => void;
  count: { count: number; exact: boolean } | undefined;
}

export function RecordsToolbar(props: Props) {
  const { definition, fields, staged, search, onSearch, conditions, onChange, sort, onSort, count } = props;
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const states = conditions.find(({ field }) => field === STATE)?.values ?? [];
  const others = conditions.filter(({ field }) => field !== STATE);
  const setStates = (values: string[]) =>
    onChange(values.length > 0 ? [{ field: STATE, op: 'any', values }, ...others] : others);
  return (
    <>
      <SearchField label={t('records.search')} value={search} onChange={onSearch} />
      {staged && (
        <Select<string[]>
          className={styles.states ?? ''}
          mode="multiple"
          maxTagCount="responsive"
          aria-label={t('records.state')}
          placeholder={t('records.anyState')}
          showSearch={false}
          value={states}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={setStates}
        />
      )}
      <Button icon={<ListFilter size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {others.length > 0 ? t('filter.count', { count: others.length }) : t('filter.title')}
      </Button>
      <div className={styles.end}>
        {count && <RecordCount {...count} />}
        <SortSelect definition={definition} value={sort} onChange={onSort} />
      </div>
      <ConditionChips
        fields={fields}
        conditions={others}
        onChange={(next) => onChange([...conditions.filter(({ field }) => field === STATE), ...next])}
      />
      {open && (
        <FilterDialog
          fields={staged ? fields : fields.filter(({ id }) => id !== STATE)}
          conditions={conditions}
          onClose={() => setOpen(false)}
          onApply={(next) => {
            onChange(next);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

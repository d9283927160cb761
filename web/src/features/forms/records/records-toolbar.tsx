/** Above a list of records: one search, the conditions, how many there are, and the order. */
import { Button, Select } from 'antd';
import { ListFilter } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { SearchField } from '@/components/search-field';
import { comparisonsOf } from '@/entities/condition/tree';
import type { Condition, Operand } from '@/entities/condition/types';
import type { Definition } from '@/entities/form/definition';

import { ConditionChips } from './condition-chips';
import { FilterDialog } from './filter-dialog';
import { STATE, statesOf, withStates } from './list-query';
import { RecordCount } from './record-count';
import { STATES } from './record-state';
import styles from './records-page.module.css';
import { SortSelect } from './sort-select';

interface Props {
  definition: Definition;
  operands: Operand[];
  /** Whether the form's records have states that say something. */
  staged: boolean;
  search: string;
  onSearch: (text: string) => void;
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
  sort: string;
  onSort: (sort: string) => void;
  count: { count: number; exact: boolean } | undefined;
  /** What else lays the list out. */
  children?: ReactNode;
}

export function RecordsToolbar(props: Props) {
  const { definition, operands, staged, search, onSearch, condition, onChange, sort, onSort, count } = props;
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const { states, others } = statesOf(condition);
  const asked = others === null ? 0 : comparisonsOf(others).length;
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
          onChange={(next) => onChange(withStates(next, others))}
        />
      )}
      <Button icon={<ListFilter size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {asked > 0 ? t('filter.count', { count: asked }) : t('filter.title')}
      </Button>
      <div className={styles.end}>
        {count && <RecordCount {...count} />}
        <SortSelect definition={definition} value={sort} onChange={onSort} />
        {props.children}
      </div>
      <ConditionChips
        operands={operands}
        condition={others}
        onChange={(next) => onChange(withStates(states, next))}
      />
      {open && (
        <FilterDialog
          operands={staged ? operands : operands.filter(({ id }) => id !== STATE)}
          condition={condition}
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

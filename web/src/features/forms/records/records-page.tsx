/** The records of one form, as far as this person may read them. Filter and order stand in the address. */
import { Button, Select } from 'antd';
import { ListFilter, Plus, SearchX, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';

import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { definitionOf, labelText, type Definition } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';
import { useUrlState } from '@/lib/routing/url-state';
import { useMe } from '@/lib/session/me';

import { useForm, type Form } from '../api';

import { useRecords } from './api';
import { ConditionChips } from './condition-chips';
import { askedFilter, readConditions, readSort, STATE, writeConditions, type Condition } from './conditions';
import { FilterDialog } from './filter-dialog';
import { useRecordColumns } from './record-columns';
import { STATES } from './record-state';
import styles from './records-page.module.css';
import { SortSelect } from './sort-select';
import { useFilterFields } from './use-filter-fields';

export function Page() {
  const { t } = useTranslation('forms');
  const { formId = '' } = useParams();
  const form = useForm(formId);
  if (form.data) return <Records key={formId} form={form.data} />;
  return (
    <Frame title={t('records.heading')} back={{ to: '/records', label: t('records.heading') }}>
      {form.error ? (
        <ErrorState error={form.error} again={() => void form.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Frame>
  );
}

const DEFAULTS = { filter: '', sort: '' };

function Records({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const navigate = useNavigate();
  const { zone } = useMe().company;
  const definition = useMemo(() => definitionOf(form.definition, form), [form]);
  const fields = useFilterFields(definition);
  const [address, change] = useUrlState(DEFAULTS);
  const conditions = useMemo(() => readConditions(address.filter, fields), [address.filter, fields]);
  const sort = readSort(address.sort, definition);
  const list = useRecords(form.id, sort, askedFilter(conditions, fields, zone));
  const set = (next: Condition[]) => change({ filter: writeConditions(next) });
  const name = labelText(form.name, language);
  // Without a flow every record is simply there: a state would say nothing.
  const staged =
    form.flow_id !== '' ||
    conditions.some(({ field }) => field === STATE) ||
    list.items.some(({ state }) => state !== 'active');
  const columns = useRecordColumns(definition, staged);
  const create = form.can_submit ? () => void navigate(`/forms/${form.id}/new`) : null;
  return (
    <Frame
      title={name}
      back={{ to: '/records', label: t('records.heading') }}
      hint={form.archived ? t('records.archived') : undefined}
      actions={
        <>
          <Link to={`/forms/${form.id}/bin`} className={styles.bin}>
            <Trash2 size={15} aria-hidden="true" />
            {t('bin.title')}
          </Link>
          {create && (
            <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={create}>
              {t('records.new')}
            </Button>
          )}
        </>
      }
    >
      <ListFrame
        list={list}
        filters={
          <Filters
            definition={definition}
            fields={fields}
            staged={staged}
            conditions={conditions}
            onChange={set}
            sort={sort}
            onSort={(next) => change({ sort: next })}
          />
        }
        empty={empty()}
      >
        {(items) => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
          <div className={styles.scroll} role="group" aria-label={name} tabIndex={0}>
            <DataTable
              label={name}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              to={({ id }) => `/records/${id}`}
              stale={list.stale}
            />
          </div>
        )}
      </ListFrame>
    </Frame>
  );

  function empty() {
    // The server looks through a thousand records at a time.
    if (list.more) return <EmptyState icon={SearchX} title={t('records.notYet')} hint={t('records.goOn')} />;
    if (conditions.length > 0) {
      return (
        <EmptyState
          icon={SearchX}
          title={t('records.nothing')}
          action={<Button onClick={() => set([])}>{t('filter.clear')}</Button>}
        />
      );
    }
    return (
      <EmptyState
        title={t('records.none')}
        hint={t('records.noneHint')}
        action={create && <Button onClick={create}>{t('records.new')}</Button>}
      />
    );
  }
}

interface FiltersProps {
  definition: Definition;
  fields: ReturnType<typeof useFilterFields>;
  staged: boolean;
  conditions: Condition[];
  onChange: (conditions: Condition[]) => void;
  sort: string;
  onSort: (sort: string) => void;
}

function Filters({ definition, fields, staged, conditions, onChange, sort, onSort }: FiltersProps) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const states = conditions.find(({ field }) => field === STATE)?.values ?? [];
  const others = conditions.filter(({ field }) => field !== STATE);
  const setStates = (values: string[]) =>
    onChange(values.length > 0 ? [{ field: STATE, op: 'any', values }, ...others] : others);
  return (
    <>
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
      <SortSelect definition={definition} value={sort} onChange={onSort} />
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

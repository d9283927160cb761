/** The records of one form, as far as this person may read them. Filter and order stand in the address. */
import { Button } from 'antd';
import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';

import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { listOperands } from '@/entities/condition/fields';
import { comparisonsOf } from '@/entities/condition/tree';
import type { Condition } from '@/entities/condition/types';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm, type Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useUrlState } from '@/lib/routing/url-state';
import { useMe } from '@/lib/session/me';

import { useRecordCount, useRecords } from './api';
import { ListActions } from './list-actions';
import { readFilter, readSort, STATE, writeFilter } from './list-query';
import { useRecordColumns } from './record-columns';
import styles from './records-page.module.css';
import { RecordsToolbar } from './records-toolbar';
import { SCREEN, useFilled } from './use-filled';
import { useFilterFields } from './use-filter-fields';

export function Page() {
  const { t } = useTranslation('forms');
  const { formId = '' } = useParams();
  const form = usePublishedForm(formId);
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

const DEFAULTS = { filter: '', sort: '', q: '' };
/** As many as the server looks through for one answer. */
const SCANNED = 1_000;

function Records({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const navigate = useNavigate();
  const { zone } = useMe().company;
  const definition = useMemo(() => definitionOf(form.definition, form), [form]);
  const fields = useFilterFields(definition);
  const [address, change] = useUrlState(DEFAULTS);
  const operands = useMemo(() => listOperands(fields, language), [fields, language]);
  const condition = useMemo(
    () => readFilter(address.filter, fields, operands, zone),
    [address.filter, fields, operands, zone],
  );
  const sort = readSort(address.sort, definition);
  const asked = { sort, filter: writeFilter(condition), q: address.q };
  const list = useRecords(form.id, asked);
  const count = useRecordCount(form.id, asked);
  const goesOn = useFilled(list);
  const isSearching = list.more !== null && (goesOn || list.items.length < SCREEN);
  const progress = t(goesOn ? 'records.going' : 'records.searched', { count: list.pages * SCANNED });
  const set = (next: Condition | null) => change({ filter: writeFilter(next) });
  const onSort = (next: string) => change({ sort: next });
  const name = labelText(form.name, language);
  // Without a flow every record is simply there: a state would say nothing.
  const staged =
    form.flow_id !== '' ||
    (condition !== null && comparisonsOf(condition).some(({ field }) => field === STATE)) ||
    list.items.some(({ state }) => state !== 'active');
  const columns = useRecordColumns(definition, staged, { sort, onSort });
  const create = form.can_submit ? () => void navigate(`/forms/${form.id}/new`) : null;
  return (
    <Frame
      title={name}
      back={{ to: '/records', label: t('records.heading') }}
      hint={form.archived ? t('records.archived') : undefined}
      actions={<ListActions form={form} asked={asked} onCreate={create} />}
    >
      <ListFrame
        list={list}
        filters={
          <RecordsToolbar
            definition={definition}
            operands={operands}
            staged={staged}
            search={address.q}
            onSearch={(q) => change({ q })}
            condition={condition}
            onChange={set}
            sort={sort}
            onSort={onSort}
            count={count.data}
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
              compact
            />
            {isSearching && <p className={styles.note}>{progress}</p>}
          </div>
        )}
      </ListFrame>
    </Frame>
  );

  function empty() {
    if (goesOn) return <EmptyState icon={SearchX} title={progress} />;
    if (list.more) return <EmptyState icon={SearchX} title={progress} hint={t('records.goOn')} />;
    if (address.q !== '') {
      return (
        <EmptyState
          icon={SearchX}
          title={t('records.nothingFound', { text: address.q })}
          action={<Button onClick={() => change({ q: '' })}>{t('records.clearSearch')}</Button>}
        />
      );
    }
    if (condition !== null) {
      return (
        <EmptyState
          icon={SearchX}
          title={t('records.nothing')}
          action={<Button onClick={() => set(null)}>{t('filter.clear')}</Button>}
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

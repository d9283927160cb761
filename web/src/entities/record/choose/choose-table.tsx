/** The records to choose from, with the columns that the link shows: a press on a row chooses it, or takes it back. */
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, type Column } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { SearchField } from '@/components/search-field';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { isFigure } from '@/entities/field/registry';
import { ValueText } from '@/entities/field/value-text';
import { publishedQuery } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';

import styles from './choose-table.module.css';
import type { Candidate, RecordSource } from './sources';
import { useCandidates } from './use-candidates';
import { useFieldNames } from './use-field-names';

interface Props {
  source: RecordSource;
  form: string;
  columns: string[];
  chosen: string[];
  onPress: (candidate: Candidate) => void;
  /** Beside the search. */
  children?: ReactNode;
}

export function ChooseTable({ source, form, columns, chosen, onPress, children }: Props) {
  const { t } = useTranslation('components');
  const [q, setSearch] = useState('');
  const list = useCandidates(source, form, q);
  const root = useRef<HTMLDivElement>(null);
  const shown = useColumns(form, columns);
  const lacks = useFieldNames(source.lacks ?? []);
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- The arrow keys go from row to row; Tab does, too.
    <div ref={root} className={styles.choose} onKeyDown={(event) => moveOn(event, root.current)}>
      <ListFrame
        list={list}
        filters={
          <>
            <SearchField label={t('linked.search')} value={q} onChange={setSearch} />
            {children}
          </>
        }
        empty={
          <EmptyState
            icon={SearchX}
            title={t(q === '' ? 'linked.nothing' : 'linked.none')}
            hint={lacks && t('linked.lacks', { names: lacks })}
          />
        }
      >
        {(items) => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
          <div className={styles.scroll} role="group" aria-label={t('linked.choices')} tabIndex={0}>
            <DataTable
              label={t('linked.choices')}
              columns={shown}
              rows={items}
              rowKey={({ id }) => id}
              press={{ onPress, isPressed: ({ id }) => chosen.includes(id) }}
              stale={list.stale}
            />
          </div>
        )}
      </ListFrame>
    </div>
  );
}

/** The title, then the columns that the link names and the form still has. */
function useColumns(form: string, ids: string[]): Column<Candidate>[] {
  const { t } = useTranslation('components');
  const language = useLabelLanguage();
  const { data } = useQuery({ ...publishedQuery(form), enabled: form !== '' && ids.length > 0 });
  const fields = data ? definitionOf(data.definition, data).fields : [];
  const named = ids.flatMap((id) => fields.find((field) => field.id === id) ?? []);
  return [
    {
      key: '@title',
      title: t('linked.title'),
      cell: ({ title, serial }) => title || serial || t('linked.untitled'),
    },
    ...named.map((field) => ({
      key: field.id,
      title: labelText(field.name, language),
      align: isFigure(field) ? ('end' as const) : ('start' as const),
      cell: (row: Candidate) => <Cell field={field} row={row} />,
    })),
  ];
}

function Cell({ field, row }: { field: Field; row: Candidate }) {
  return (
    <LinksProvider links={row.links} inert>
      <ValueText field={field} value={(row.values as Record<string, unknown>)[field.id]} />
    </LinksProvider>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** From the search to the first row, and from row to row. */
function moveOn(event: KeyboardEvent, root: HTMLElement | null): void {
  const step = STEPS[event.key];
  const stops = [
    ...(root?.querySelectorAll<HTMLElement>('input[type=search], tbody button[data-row]') ?? []),
  ];
  const at = stops.findIndex((each) => each === document.activeElement);
  const next = step === undefined || at < 0 ? undefined : stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The columns of a form's records: what it is, where it stands, the values that the form lists, by whom and when. */
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { shownAs, typeOf } from '@/entities/field/registry';
import { isFigure } from '@/entities/field/registry';
import { ValueText } from '@/entities/field/value-text';
import { type Definition } from '@/entities/form/definition';

import type { BinCard, RecordCard } from './api';
import {
  CREATED_AT,
  CREATED_BY,
  directionOf,
  filterFields,
  listedFields,
  nextSort,
  STATE,
  STATE_AT,
  UPDATED_AT,
} from './list-query';
import { PersonName } from './person-name';
import { RecordState } from './record-state';
import styles from './records-page.module.css';

type Card = RecordCard | BinCard;
type Sort = NonNullable<Column<RecordCard>['sort']>;

/** The first few say what a record is about; a card with all of them would fill a phone. */
const ON_A_CARD = 3;

/** Fields that a record's title says already, as they are. */
export function inTitle({ title = '', fields }: Definition): string[] {
  const first = fields.find((field) => typeOf(field).titles === 'first')?.id;
  const named = title === '' ? [first ?? ''] : [...title.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
  return fields.filter((field) => named.includes(field.id) && typeOf(field).titles).map(({ id }) => id);
}

/** The field that is the whole title, if it is one field. */
function titleField({ title = '', fields }: Definition): Field | undefined {
  const only =
    title === ''
      ? fields.find((field) => typeOf(field).titles === 'first')?.id
      : /^\{(\w+)\}$/.exec(title)?.[1];
  return fields.find(({ id }) => id === only);
}

export interface Ordered {
  sort: string;
  onSort: (sort: string) => void;
}

/** Every column that the list could show, in its usual order, and which of them it shows unless somebody has chosen. */
export function useRecordColumns(
  definition: Definition,
  staged: boolean,
  ordered: Ordered,
): { all: Column<RecordCard>[]; usual: string[] } {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const title = useTitleColumn();
  const sorting = useSorting(ordered);
  const listed = useListedColumns(definition);
  const whole = titleField(definition);
  const moments = useMomentColumns();
  const usually = listed.map(({ key }) => key);
  const others = filterFields(definition).filter(({ id }) => !usually.includes(id));
  const shown = new Map(definition.fields.map((field) => [field.id, field]));
  const fields: Column<RecordCard>[] = [
    ...listed,
    ...others.map((field) => ({ ...columnOf(field, labelText(field.name, language)), wideOnly: true })),
  ];
  const all = [
    { ...title, sort: whole?.indexed ? sorting.by(whole) : { impossible: t('sort.notTitle') } },
    {
      key: STATE,
      title: t('records.state'),
      sort: { impossible: t('sort.byState') },
      cell: ({ state }: RecordCard) => <RecordState state={state} />,
    },
    ...fields.map((column) => {
      const field = shown.get(column.key);
      return field ? { ...column, sort: sorting.by(field) } : column;
    }),
    {
      key: CREATED_BY,
      title: t('records.createdBy'),
      sort: { impossible: t('sort.byPerson') },
      cell: (row: RecordCard) => (
        <span className={styles.person}>
          <PersonName id={row.created_by} />
        </span>
      ),
    },
    ...moments.map((moment) => ({ ...moment, sort: sorting.at(moment.key, moment.title) })),
  ];
  // The moment that the list is in the order of; without one, when a record was submitted.
  const sortedBy = ordered.sort.replace(/^-/, '');
  const moment = moments.find(({ key }) => key === sortedBy)?.key ?? CREATED_AT;
  return { all, usual: [title.key, ...(staged ? [STATE] : []), ...usually, CREATED_BY, moment] };
}

function useMomentColumns(): Column<RecordCard>[] {
  const { t } = useTranslation('forms');
  return [
    {
      key: CREATED_AT,
      title: t('records.createdAt'),
      align: 'end',
      cell: (row) => <DateText value={row.created_at} />,
    },
    {
      key: UPDATED_AT,
      title: t('records.updatedAt'),
      align: 'end',
      cell: (row) => <DateText value={row.updated_at} />,
    },
    {
      key: STATE_AT,
      title: t('records.stateAt'),
      align: 'end',
      cell: (row) => <DateText value={row.state_at} />,
    },
  ];
}

function useSorting({ sort, onSort }: Ordered) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const at = (id: string, name: string, downFirst = true): Sort => {
    const direction = directionOf(sort, id);
    return {
      hint: t('sort.by', { name }),
      ...(direction ? { direction } : {}),
      onPress: () => onSort(nextSort(sort, id, downFirst)),
    };
  };
  const by = (field: Field): Sort => {
    const name = labelText(field.name, language);
    if (field.indexed) return at(field.id, name, shownAs(field).ordered === 'last');
    return { impossible: t(typeOf(field).ordered === null ? 'sort.never' : 'sort.notIndexed', { name }) };
  };
  return { at, by };
}

export function useTitleColumn(): Column<Card> {
  const { t } = useTranslation('forms');
  return {
    key: '@title',
    title: t('records.title'),
    cell: (row) => <span className={styles.title}>{row.title || row.serial || t('records.untitled')}</span>,
  };
}

export function useListedColumns(definition: Definition): Column<Card>[] {
  const language = useLabelLanguage();
  const said = inTitle(definition);
  return listedFields(definition)
    .filter(({ id }) => !said.includes(id))
    .map((field, index) => ({
      ...columnOf(field, labelText(field.name, language)),
      wideOnly: index >= ON_A_CARD,
    }));
}

function columnOf(field: Field, title: string): Column<Card> {
  return {
    key: field.id,
    title,
    align: isFigure(field) ? 'end' : 'start',
    cell: (row) => (
      <LinksProvider links={row.links}>
        <Listed field={field} value={(row.values as Record<string, unknown>)[field.id]} />
      </LinksProvider>
    ),
  };
}

function Listed({ field, value }: { field: Field; value: unknown }) {
  return (
    <span className={styles.value}>
      <ValueText field={field} value={value} />
    </span>
  );
}

/** The columns of a form's records: what it is, where it stands, the values that the form lists, by whom and when. */
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { isFigure, ValueText } from '@/components/value-text';
import { labelText, type Definition, type Field } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';

import type { BinCard, RecordCard } from './api';
import { listedFields } from './conditions';
import { PersonName } from './person-name';
import { RecordState } from './record-state';
import styles from './records-page.module.css';

type Card = RecordCard | BinCard;

const TITLED = ['text', 'serial'];
/** The first few say what a record is about; a card with all of them would fill a phone. */
const ON_A_CARD = 3;

/** Fields that a record's title says already, as they are. */
export function inTitle({ title = '', fields }: Definition): string[] {
  const first = fields.find(({ type }) => type === 'text')?.id;
  const named = title === '' ? [first ?? ''] : [...title.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
  return fields.filter(({ id, type }) => named.includes(id) && TITLED.includes(type)).map(({ id }) => id);
}

export function useRecordColumns(definition: Definition, staged: boolean): Column<RecordCard>[] {
  const { t } = useTranslation('forms');
  const title = useTitleColumn();
  const listed = useListedColumns(definition);
  return [
    title,
    ...(staged
      ? [
          {
            key: '@state',
            title: t('records.state'),
            cell: ({ state }: RecordCard) => <RecordState state={state} />,
          },
        ]
      : []),
    ...listed,
    {
      key: '@created_by',
      title: t('records.createdBy'),
      cell: (row) => (
        <span className={styles.person}>
          <PersonName id={row.created_by} />
        </span>
      ),
    },
    {
      key: '@created_at',
      title: t('records.createdAt'),
      align: 'end',
      cell: (row) => <DateText value={row.created_at} />,
    },
  ];
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
      key: field.id,
      title: labelText(field.name, language),
      wideOnly: index >= ON_A_CARD,
      align: isFigure(field) ? 'end' : 'start',
      cell: (row) => <Listed field={field} value={(row.values as Record<string, unknown>)[field.id]} />,
    }));
}

function Listed({ field, value }: { field: Field; value: unknown }) {
  return (
    <span className={styles.value}>
      <ValueText field={field} value={value} />
    </span>
  );
}

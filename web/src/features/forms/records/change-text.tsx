/** One change of a record in words: where, what it was, what it is. */
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { columnsOf, hasRows, shownAs } from '@/entities/field/registry';
import { isBlank, ValueText } from '@/entities/field/value-text';

import type { Change } from './api';
import styles from './change-text.module.css';
import { placeOf, type Place } from './changes';

type Values = Record<string, unknown>;

export function ChangeText({ change, versions }: { change: Change; versions: Field[][] }) {
  const { t } = useTranslation('forms');
  const place = placeOf(change, versions);
  const name = usePlaceName(place);
  const { before, after } = change;
  if (place.kind === 'row') {
    const came = isBlank(before);
    return (
      <div className={styles.change}>
        <dt className={styles.name}>{t(came ? 'history.rowAdded' : 'history.rowRemoved', { name })}</dt>
        <dd className={came ? styles.after : styles.before}>
          <RowText field={place.field} row={(came ? after : before) as Values} />
        </dd>
      </div>
    );
  }
  return (
    <div className={styles.change}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.values}>
        <span className={styles.before}>
          <span className="visually-hidden">{t('history.before')}</span>
          {isBlank(before) ? t('history.blank') : <Shown place={place} value={before} />}
        </span>
        <ArrowRight size={13} aria-hidden="true" className={styles.arrow} />
        <span className={isBlank(after) ? styles.blank : styles.after}>
          <span className="visually-hidden">{t('history.after')}</span>
          {isBlank(after) ? t('history.removed') : <Shown place={place} value={after} />}
        </span>
      </dd>
    </div>
  );
}

function usePlaceName({ kind, field, row = 0, column }: Place): string {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const name = field ? labelText(field.name, language) : t('history.goneField');
  if (kind === 'row') return t('history.row', { name, row });
  if (kind === 'value') return name;
  return t('history.cell', {
    name,
    row,
    column: column ? labelText(column.name, language) : t('history.goneField'),
  });
}

function Shown({ place: { kind, field, column }, value }: { place: Place; value: unknown }) {
  const { t } = useTranslation('forms');
  const shown = kind === 'cell' ? column : field;
  if (field && hasRows(field) && Array.isArray(value)) return t('history.rows', { count: value.length });
  if (shown && shownAs(shown).prose) return <LongText text={String(value)} />;
  if (shown) return <ValueText field={shown} value={value} />;
  return typeof value === 'string' ? value : '…';
}

const SHORT = 120;

/** Whole on demand: a page of text before and after would bury the other changes. */
function LongText({ text }: { text: string }) {
  const { t } = useTranslation('forms');
  const [whole, setWhole] = useState(false);
  const letters = Array.from(text);
  if (letters.length <= SHORT) return <span className={styles.prose}>{text}</span>;
  return (
    <span className={styles.prose}>
      {whole ? text : `${letters.slice(0, SHORT).join('')}…`}{' '}
      <button type="button" className={styles.fold} onClick={() => setWhole(!whole)}>
        {t(whole ? 'history.less' : 'history.whole')}
      </button>
    </span>
  );
}

const CELLS = 4;

/** The first few cells of a row that came or went. */
function RowText({ field, row }: { field: Field | null; row: Values }) {
  const language = useLabelLanguage();
  const columns = field ? columnsOf(field).filter(({ id }) => !isBlank(row[id])) : [];
  return (
    <span className={styles.row}>
      {columns.slice(0, CELLS).map((column) => (
        <span key={column.id}>
          <span className={styles.column}>{labelText(column.name, language)}</span>{' '}
          <ValueText field={column} value={row[column.id]} />
        </span>
      ))}
    </span>
  );
}

/** Detail lines: a table to type and paste into; on a phone each row is a card. */
import { Button } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { memo, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { labelText, type Field } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';

import { isFigure } from '../value-text';

import { cellPath } from './check';
import type { Result } from './compute';
import { ComputedValue } from './computed-value';
import { SimpleInput } from './inputs';
import styles from './lines-entry.module.css';
import { cellsOfText, isTable } from './paste';
import { columnsOf, isComputed, type Row } from './typed';
import { inputId, type Entry, type Messages } from './use-entry';

export function LinesEntry({ field, entry }: { field: Field; entry: Entry }) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const rows = (entry.typed[field.id] ?? []) as Row[];
  const columns = columnsOf(field);
  const full = rows.length >= (field.options?.max_rows ?? 200);
  const pasteable = columns.filter((column) => !isComputed(column)).length > 1;
  return (
    <div>
      {rows.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th className={styles.count} scope="col">
                  <span className="visually-hidden">{t('lines.number')}</span>
                </th>
                {columns.map((column) => (
                  <th key={column.id} scope="col" data-type={column.type} data-end={isFigure(column)}>
                    {labelText(column.name, language)}
                    {!column.required && !isComputed(column) && (
                      <span className={styles.optional}>{t('optional')}</span>
                    )}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('lines.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <LineRow
                  key={row.key}
                  lines={field}
                  row={row}
                  number={index + 1}
                  results={entry.computed.rows[row.key] ?? NONE}
                  messages={entry.messages}
                  change={entry.change}
                  left={entry.left}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.end}>
        <Button
          id={inputId(field.id)}
          icon={<Plus size={15} aria-hidden="true" />}
          disabled={full}
          onClick={() => entry.change({ kind: 'addRow', lines: field })}
        >
          {t('lines.add')}
        </Button>
        <span className={styles.hint}>
          {full ? t('lines.full', { count: rows.length }) : pasteable && t('lines.paste')}
        </span>
      </div>
    </div>
  );
}

const NONE: Record<string, Result> = {};

interface RowProps extends Pick<Entry, 'change' | 'left'> {
  lines: Field;
  row: Row;
  number: number;
  results: Record<string, Result>;
  messages: Messages;
}

const LineRow = memo(function LineRow({ lines, row, number, results, messages, change, left }: RowProps) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const paste = (column: Field) => (event: ClipboardEvent) => {
    const cells = cellsOfText(event.clipboardData.getData('text/plain'));
    if (!isTable(cells)) return;
    event.preventDefault();
    change({ kind: 'paste', lines, rowKey: row.key, column: column.id, cells });
  };
  return (
    <tr>
      <td className={styles.count}>{number}</td>
      {columnsOf(lines).map((column) => {
        const path = cellPath(lines.id, row.key, column.id);
        const message = messages[path];
        const name = labelText(column.name, language);
        return (
          <td
            key={column.id}
            data-title={name}
            data-type={column.type}
            data-end={isFigure(column)}
            onPaste={isComputed(column) ? undefined : paste(column)}
          >
            <div className={styles.cell}>
              {isComputed(column) ? (
                <ComputedValue field={column} result={results[column.id]} />
              ) : (
                <SimpleInput
                  field={column}
                  id={inputId(path)}
                  label={t('lines.cell', { name, number })}
                  describedBy={`${inputId(path)}-about`}
                  value={row.cells[column.id]}
                  invalid={message !== undefined}
                  onChange={(cell) =>
                    change({ kind: 'rowCell', lines: lines.id, rowKey: row.key, id: column.id, cell })
                  }
                  onBlur={() => left(column, row.cells[column.id], [lines.id, row.key])}
                />
              )}
              {message !== undefined && (
                <p id={`${inputId(path)}-about`} className={styles.fault}>
                  {message}
                </p>
              )}
            </div>
          </td>
        );
      })}
      <td className={styles.remove}>
        <button
          type="button"
          aria-label={t('lines.removeRow', { number })}
          onClick={() => change({ kind: 'removeRow', lines: lines.id, rowKey: row.key })}
        >
          <Trash2 size={15} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
}, sameRow);

/** Typing in one row must not draw two hundred of them. */
function sameRow(before: RowProps, after: RowProps): boolean {
  const { results: old, ...rest } = before;
  const { results: now, ...others } = after;
  const names = Object.keys({ ...old, ...now });
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((name) => rest[name] === others[name]) &&
    names.every((name) => old[name] === now[name])
  );
}

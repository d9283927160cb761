/** One row of detail lines. */
import { Trash2 } from 'lucide-react';
import { memo, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { isFigure } from '@/entities/field/registry';
import { columnsOf, isComputed } from '@/entities/field/registry';

import { inputsOf } from '../field/inputs';

import { cellPath } from './cell-path';
import { cellChange } from './changes';
import type { Result } from './compute';
import { FieldMessage } from './field-message';
import { inputId } from './focus';
import { type Row } from './input-state';
import styles from './lines-entry.module.css';
import { Lockable } from './locked';
import type { Entry } from './use-entry';

interface Props extends Pick<Entry, 'change' | 'left' | 'messages' | 'doubts'> {
  lines: Field;
  row: Row;
  number: number;
  results: Record<string, Result>;
  paste: (column: Field, path: string, event: ClipboardEvent) => void;
}

export const LineRow = memo(function LineRow(props: Props) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const { lines, row, number, change } = props;
  return (
    <tr>
      <td className={styles.count}>{number}</td>
      {columnsOf(lines).map((column) => (
        <td
          key={column.id}
          data-title={labelText(column.name, language)}
          data-type={column.type}
          data-end={isFigure(column)}
        >
          <LineCell {...props} column={column} />
        </td>
      ))}
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

function LineCell({
  lines,
  row,
  number,
  column,
  results,
  messages,
  doubts,
  change,
  left,
  paste,
}: Props & { column: Field }) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const { Input, CellInput = Input } = inputsOf(column);
  const path = cellPath(lines.id, row.key, column.id);
  const cell = row.cells[column.id];
  const message = messages[path];
  const label = t('lines.cell', { name: labelText(column.name, language), number });
  const about = `${inputId(path)}-about`;
  const input = (
    <CellInput
      field={column}
      id={inputId(path)}
      path={path}
      apiField={`${lines.id}.${column.id}`}
      label={label}
      describedBy={about}
      value={cell}
      result={results[column.id]}
      invalid={message !== undefined}
      change={change}
      onChange={(update) => change(cellChange(path, update))}
      onBlur={() => left(column, cell, [lines.id, row.key])}
    />
  );
  if (isComputed(column)) return <div className={styles.cell}>{input}</div>;
  return (
    <div className={styles.cell} onPaste={(event) => paste(column, path, event)}>
      <Lockable path={`${lines.id}.${column.id}`}>{input}</Lockable>
      <FieldMessage
        id={about}
        className={styles.about}
        message={message}
        doubt={doubts[path]}
        cell={cell}
        onClear={() => change(cellChange(path, ''))}
      />
    </div>
  );
}

/** Typing in one row must not draw two hundred of them. */
function sameRow(before: Props, after: Props): boolean {
  const start = `${after.lines.id}/${after.row.key}/`;
  return (
    WHOLE.every((name) => before[name] === after[name]) &&
    sameIn(before.results, after.results, '') &&
    sameIn(before.messages, after.messages, start) &&
    sameIn(before.doubts, after.doubts, start)
  );
}

/** What is the same or not; `paste` is another function each time, and does the same. */
const WHOLE = ['lines', 'row', 'number', 'change', 'left'] as const;

function sameIn<T>(old: Record<string, T>, now: Record<string, T>, start: string): boolean {
  if (old === now) return true;
  const names = Object.keys({ ...old, ...now });
  return names.every((name) => !name.startsWith(start) || old[name] === now[name]);
}

/** Detail lines: a table to type and paste into; on a phone each row is a card. */
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { isFigure } from '@/entities/field/registry';
import { columnsOf, isComputed } from '@/entities/field/registry';

import type { Result } from './compute';
import { inputId } from './focus';
import { type Row } from './input-state';
import { LineRow } from './line-row';
import styles from './lines-entry.module.css';
import { PasteReport } from './paste/paste-report';
import { usePasteOne, useTablePaste } from './paste/use-paste';
import type { Entry } from './use-entry';

export function LinesEntry({ field, entry }: { field: Field; entry: Entry }) {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const rows = (entry.shown[field.id] ?? []) as Row[];
  const columns = columnsOf(field);
  const full = rows.length >= (field.options?.max_rows ?? 200);
  const pasteable = columns.filter((column) => !isComputed(column)).length > 1;
  const { pasteAt, report, close, busy } = useTablePaste(field, entry.paste);
  const pasteOne = usePasteOne(entry);
  return (
    // What is pasted beside the cells, with the button in focus, is added below.
    <div onPaste={(event) => pasteAt({ rowKey: '', column: columns[0]?.id ?? '' }, event)}>
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
                  doubts={entry.doubts}
                  change={entry.change}
                  left={entry.left}
                  paste={(column, path, event) => {
                    if (!pasteAt({ rowKey: row.key, column: column.id }, event))
                      pasteOne(column, path, event);
                  }}
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
        <span className={styles.hint} data-full={full} role={busy ? 'status' : undefined}>
          {busy
            ? t('paste.busy')
            : full
              ? t('lines.full', { count: rows.length })
              : pasteable && t('lines.paste')}
        </span>
      </div>
      {report && <PasteReport lines={field} entry={entry} report={report} close={close} />}
    </div>
  );
}

const NONE: Record<string, Result> = {};

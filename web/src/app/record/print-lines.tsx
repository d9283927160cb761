/** Lines on paper: numbered, the heads again on every page, and the totals beneath. */
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { columnsOf, isFigure } from '@/entities/field/registry';
import { isBlank, ValueText } from '@/entities/field/value-text';
import { totalledColumns, totalOf } from '@/entities/record/totals';

import styles from './print-sheet.module.css';

interface Props {
  field: Field;
  fields: Field[];
  value: unknown;
}

export function PrintLines({ field, fields, value }: Props) {
  const { t } = useTranslation('flows');
  const language = useLabelLanguage();
  if (isBlank(value)) return null;
  const rows = value as Record<string, unknown>[];
  const columns = columnsOf(field);
  const totalled = totalledColumns(field, fields);
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{labelText(field.name, language)}</h2>
      <table className={styles.table} data-lines="true">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              #
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-figure={isFigure(column)}>
                {labelText(column.name, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className={styles.number}>{index + 1}</td>
              {columns.map((column) => (
                <td key={column.id} data-figure={isFigure(column)}>
                  <ValueText field={column} value={row[column.id]} />
                </td>
              ))}
            </tr>
          ))}
          {totalled.length > 0 && (
            <tr className={styles.total}>
              <th scope="row" className={styles.number}>
                {t('print.total')}
              </th>
              {columns.map((column) => (
                <td key={column.id} data-figure={isFigure(column)}>
                  {totalled.includes(column.id) && (
                    <ValueText field={column} value={totalOf(rows, column.id)} />
                  )}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

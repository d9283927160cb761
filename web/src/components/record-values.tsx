/**
 * A record for reading: its values in the order of the form. Short ones stand two beside each other, long texts, files
 * and lines take the whole width. Blank fields stay in sight, because "nothing was said" is something to know too.
 */
import { labelText, type Field } from '@/lib/forms/definition';
import { shownType, useLabelLanguage } from '@/lib/forms/fields';

import { DataTable, type Column } from './data-table';
import styles from './record-values.module.css';
import { isBlank, isFigure, ValueText } from './value-text';

const WIDE = ['long_text', 'attachment', 'lines'];

type Values = Record<string, unknown>;

interface Props {
  fields: Field[];
  values: Values;
  recordId: string;
}

export function RecordValues({ fields, values, recordId }: Props) {
  const language = useLabelLanguage();
  return (
    <dl className={styles.values}>
      {fields.map((field) => {
        const { id } = field;
        const name = labelText(field.name, language);
        return (
          <div
            key={id}
            className={styles.field}
            data-wide={WIDE.includes(shownType(field))}
            data-figure={isFigure(field)}
          >
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>
              {field.type === 'lines' && !isBlank(values[id]) ? (
                <Lines field={field} name={name} rows={values[id] as Values[]} recordId={recordId} />
              ) : (
                <ValueText field={field} value={values[id]} recordId={recordId} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface Row {
  key: string;
  values: Values;
}

interface LinesProps {
  field: Field;
  name: string;
  rows: Values[];
  recordId: string;
}

function Lines({ field, name, rows, recordId }: LinesProps) {
  const language = useLabelLanguage();
  const columns = (field.options?.columns ?? []).map<Column<Row>>((column) => ({
    key: column.id,
    title: labelText(column.name, language),
    align: isFigure(column) ? 'end' : 'start',
    cell: ({ values }) => <ValueText field={column} value={values[column.id]} recordId={recordId} />,
  }));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className={styles.lines} role="group" aria-label={name} tabIndex={0}>
      <DataTable
        label={name}
        columns={columns}
        rows={rows.map((values, index) => ({ key: String(index), values }))}
        rowKey={({ key }) => key}
      />
    </div>
  );
}

/**
 * A record for reading: its values as the form arranges them. Short ones stand two beside each other, long texts, files
 * and lines take the whole width. Blank fields stay in sight, because "nothing was said" is something to know too.
 */
import { useMemo } from 'react';

import { DataTable, type Column } from '@/components/data-table';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { columnsOf, hasRows, shownAs } from '@/entities/field/registry';
import { isFigure } from '@/entities/field/registry';
import { isBlank, ValueText } from '@/entities/field/value-text';
import { blocksOf, type Columns, type Layout } from '@/entities/form/layout/blocks';
import { LaidOut } from '@/entities/form/layout/laid-out';

import { changesOf, formerRows, type FieldChange, type ShownRow } from './changed';
import { ChangedMark, FormerText } from './changed-mark';
import styles from './record-values.module.css';

type Values = Record<string, unknown>;

interface Props {
  fields: Field[];
  layout?: Layout | undefined;
  values: Values;
  recordId: string;
  /** What differs from an earlier state of the record: marked, with what stood there before. */
  changes?: FieldChange[] | undefined;
}

export function RecordValues({ fields, layout, values, recordId, changes = [] }: Props) {
  const blocks = useMemo(() => blocksOf(layout, fields), [layout, fields]);
  return (
    <LaidOut
      blocks={blocks}
      level={3}
      marked={(those) => those.filter(({ id }) => changesOf(changes, id).length > 0).length}
    >
      {(those, columns) => (
        <FieldValues fields={those} columns={columns} values={values} recordId={recordId} changes={changes} />
      )}
    </LaidOut>
  );
}

interface FieldValuesProps {
  fields: Field[];
  columns: Columns;
  values: Values;
  recordId: string;
  changes: FieldChange[];
}

function FieldValues({ fields, columns, values, recordId, changes }: FieldValuesProps) {
  const language = useLabelLanguage();
  return (
    <dl className={styles.values} data-columns={columns}>
      {fields.map((field) => {
        const { id } = field;
        const name = labelText(field.name, language);
        const found = changesOf(changes, id);
        const whole = found.find((change) => change.field === id);
        return (
          <div
            key={id}
            className={styles.field}
            data-wide={shownAs(field).wide?.text === true}
            data-figure={isFigure(field)}
            data-changed={found.length > 0}
          >
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>
              {hasRows(field) && (!isBlank(values[id]) || found.length > 0) ? (
                <Lines field={field} name={name} rows={formerRows(values[id], found)} recordId={recordId} />
              ) : (
                <ValueText field={field} value={values[id]} recordId={recordId} />
              )}
              {whole && !hasRows(field) && <FormerText field={field} value={whole.before} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface LinesProps {
  field: Field;
  name: string;
  rows: ShownRow[];
  recordId: string;
}

function Lines({ field, name, rows, recordId }: LinesProps) {
  const language = useLabelLanguage();
  const columns = columnsOf(field).map<Column<ShownRow>>((column, index) => ({
    key: column.id,
    title: labelText(column.name, language),
    align: isFigure(column) ? 'end' : 'start',
    cell: ({ values, former, state }) =>
      state === 'removed' ? (
        <div>
          {index === 0 && <ChangedMark state="removed" />}
          <FormerText field={column} value={values[column.id]} />
        </div>
      ) : (
        <div>
          {index === 0 && state === 'added' && <ChangedMark state="added" />}
          <ValueText field={column} value={values[column.id]} recordId={recordId} />
          {column.id in former && <FormerText field={column} value={former[column.id]} />}
        </div>
      ),
  }));
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className={styles.lines} role="group" aria-label={name} tabIndex={0}>
      <DataTable label={name} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </div>
  );
}

/** A document on paper: who it belongs to, every value in a bordered table, its lines with totals, and who approved. */
import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { shownType, hasRows } from '@/entities/field/registry';
import { columnsIn, groupsOf, type Columns, type Layout, USUAL_COLUMNS } from '@/entities/form/layout/blocks';
import type { StoredRecord } from '@/entities/record/api';
import type { Run } from '@/features/flows/api';
import { PersonName } from '@/features/forms/records/person-name';
import { useMe } from '@/lib/session/me';

import { PrintLines } from './print-lines';
import styles from './print-sheet.module.css';
import { PrintValue } from './print-value';
import { SignatureTable } from './signature-table';

interface Props {
  record: StoredRecord;
  fields: Field[];
  layout: Layout | undefined;
  formName: string;
  run: Run | undefined;
}

const WIDE = ['long_text', 'attachment'];

export function PrintSheet({ record, fields, layout, formName, run }: Props) {
  const { t } = useTranslation(['flows', 'forms']);
  const me = useMe();
  const language = useLabelLanguage();
  const [loose, ...groups] = useMemo(() => groupsOf(layout, fields), [layout, fields]);
  const parts = groups.filter((group) => group.fields.length > 0);
  const linesOf = (those: Field[]) =>
    those
      .filter(hasRows)
      .map((field) => (
        <PrintLines key={field.id} field={field} fields={fields} value={record.values[field.id]} />
      ));
  const [printed] = useState(() => new Date().toISOString());
  return (
    <article className={styles.sheet}>
      <header className={styles.header}>
        <p className={styles.company}>{me.company.name}</p>
        <h1 className={styles.title}>{formName}</h1>
        <p className={styles.line}>
          <span>{record.serial && `${t('flows:print.serial')} ${record.serial}`}</span>
          <span>
            {t('flows:print.status')} {t(`forms:state.${record.state}`)}
            {run && run.round > 1 && ` · ${t('flows:round.nth', { round: run.round })}`}
          </span>
        </p>
      </header>
      <table className={styles.table}>
        <ColumnWidths />
        <tbody>
          <tr>
            <th scope="row">{t('flows:print.submitter')}</th>
            <td>
              <PersonName id={record.created_by} />
            </td>
            <th scope="row">{t('flows:print.submitted')}</th>
            <td>
              <DateText value={run?.started_at ?? record.created_at} />
            </td>
          </tr>
          <Rows fields={loose.fields} columns={USUAL_COLUMNS} record={record} />
        </tbody>
      </table>
      {linesOf(loose.fields)}
      {parts.map(({ part, fields: own }) => (
        <section key={part.id} className={styles.part}>
          {labelText(part.name, language) !== '' && (
            <h2 className={styles.heading}>{labelText(part.name, language)}</h2>
          )}
          {!own.every(hasRows) && (
            <table className={styles.table}>
              <ColumnWidths />
              <tbody>
                <Rows fields={own} columns={columnsIn(part)} record={record} />
              </tbody>
            </table>
          )}
          {linesOf(own)}
        </section>
      ))}
      {run && <SignatureTable run={run} />}
      <p className={styles.foot}>
        {t('flows:print.printed')} <DateText value={printed} /> · {me.name}
      </p>
    </article>
  );
}

function ColumnWidths() {
  return (
    <colgroup>
      <col className={styles.name} />
      <col />
      <col className={styles.name} />
      <col />
    </colgroup>
  );
}

function Rows({ fields, columns, record }: { fields: Field[]; columns: Columns; record: StoredRecord }) {
  const plain = fields.filter((field) => !hasRows(field));
  const rows = columns === 1 ? plain.map((field) => [field]) : rowsOf(plain);
  return rows.map((row) => <Row key={row[0]?.id} fields={row} record={record} />);
}

/** Two short fields beside each other; a long one alone. Paper has room for no more. */
function rowsOf(fields: Field[]): Field[][] {
  const rows: Field[][] = [];
  let open: Field[] | null = null;
  for (const field of fields) {
    if (WIDE.includes(shownType(field))) {
      rows.push([field]);
      open = null;
    } else if (open) {
      open.push(field);
      open = null;
    } else {
      open = [field];
      rows.push(open);
    }
  }
  return rows;
}

function Row({ fields, record }: { fields: Field[]; record: StoredRecord }) {
  const language = useLabelLanguage();
  return (
    <tr>
      {fields.map((field) => (
        <Fragment key={field.id}>
          <th scope="row">{labelText(field.name, language)}</th>
          <td colSpan={fields.length === 1 ? 3 : 1}>
            <PrintValue field={field} value={record.values[field.id]} />
          </td>
        </Fragment>
      ))}
    </tr>
  );
}

/** The few values of a card: what most decisions are made by. */
import type { FieldType } from '@/entities/field/definition';
import { fieldType } from '@/entities/field/registry';

import type { Summary } from './api';
import styles from './summary-text.module.css';

export function SummaryText({ summary }: { summary: Summary }) {
  if (summary.length === 0) return null;
  return (
    <dl className={styles.summary}>
      {summary.map((each) => (
        <div key={each.id} className={styles.pair}>
          <dt className={styles.name}>{each.name}</dt>
          <dd>
            <Value {...each} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ id, type, value, currency, decimals }: Summary[number]) {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  const { figure, dated, Text } = fieldType(type as FieldType);
  // Names of people and choices are there already.
  if (!figure && !dated) return text;
  const options = { ...(currency ? { currency } : {}), ...(decimals === undefined ? {} : { decimals }) };
  return <Text field={{ id, type: type as FieldType, name: '', options }} value={text} />;
}

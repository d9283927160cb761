/** The few values of a card: what most decisions are made by. */
import { DateText } from '@/components/date-text';
import { FigureText } from '@/entities/field/figure-text';

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

function Value({ type, value, currency, decimals }: Summary[number]) {
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  if (type === 'money' || type === 'percent' || type === 'number') {
    return <FigureText type={type} value={text} currency={currency} decimals={decimals} />;
  }
  if (type === 'date') return <DateText value={text} as="date" />;
  if (type === 'datetime') return <DateText value={text} />;
  return text;
}

/** The few values of a card: what most decisions are made by. */
import { DateText } from '@/components/date-text';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import type { Summary } from './api';
import styles from './summary-text.module.css';

const ALL_PLACES = 12;

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

function Value({ type, value, currency }: Summary[number]) {
  const formats = useFormats(useMe().company.zone);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  if (type === 'money') return <span className="figures">{formats.money(text, currency ?? 'CNY')}</span>;
  if (type === 'percent') return <span className="figures">{formats.percent(text, ALL_PLACES)}</span>;
  if (type === 'number') return <span className="figures">{formats.number(text)}</span>;
  if (type === 'date') return <DateText value={text} as="date" />;
  if (type === 'datetime') return <DateText value={text} />;
  return text;
}

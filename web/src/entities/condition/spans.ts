/** Which days a value relative to today means, as the server's `dynamic.py` counts them: weeks begin on Monday. */
const MS_A_DAY = 86_400_000;
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const SHIFTS: Record<string, number> = { last: -1, this: 0, next: 1 };
const DAYS: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 };

export interface Span {
  low: string;
  high: string;
}

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
const dayOf = (number: number) => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

/** Both ends included; null for a name that this app does not know. */
export function spanOf(name: string, n: number, today: string): Span | null {
  const now = numberOf(today);
  const single = DAYS[name];
  if (single !== undefined) return span(now + single, now + single);
  if (name === 'last_days') return span(now - n + 1, now);
  if (name === 'next_days') return span(now, now + n - 1);
  const [which = '', unit = ''] = name.split('_');
  const shift = SHIFTS[which];
  const months = MONTHS[unit];
  if (shift === undefined) return null;
  if (unit === 'week') {
    const monday = now - ((new Date(now * MS_A_DAY).getUTCDay() + 6) % 7) + 7 * shift;
    return span(monday, monday + 6);
  }
  if (months === undefined) return null;
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = Math.floor((year * 12 + month - 1) / months) * months + shift * months;
  return span(firstOf(first), firstOf(first + months) - 1);
}

const span = (low: number, high: number): Span => ({ low: dayOf(low), high: dayOf(high) });

/** The first day of a month, counted from the year 0. */
const firstOf = (months: number) => Date.UTC(Math.floor(months / 12), months % 12, 1) / MS_A_DAY;

/** The period of the audit log's filter, in days of the company's calendar, as moments for the server. */
import { dayIn, momentOf } from '@/lib/format/zone';

export const PERIODS = ['all', 'today', 'week', 'month', 'own'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Partial<Record<Period, number>> = { today: 1, week: 7, month: 30 };
const DAY_MS = 86_400_000;

interface Chosen {
  period: string;
  /** Days (2026-11-05), for a period of one's own; '' is open. Both are included. */
  from: string;
  to: string;
}

export function bounds(
  { period, from, to }: Chosen,
  zone: string,
  now: number,
): { since?: string; until?: string } {
  const days = DAYS[period as Period];
  if (days !== undefined) return startOf(addDays(dayIn(now, zone), 1 - days), 'since', zone);
  if (period !== 'own') return {};
  return { ...startOf(from, 'since', zone), ...startOf(addDays(to, 1), 'until', zone) };
}

function startOf<K extends 'since' | 'until'>(day: string, key: K, zone: string): Partial<Record<K, string>> {
  const moment = momentOf(`${day}T00:00`, zone);
  return moment === '' ? {} : ({ [key]: moment } as Record<K, string>);
}

/** '' stays ''. */
function addDays(day: string, days: number): string {
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? '' : new Date(moment + days * DAY_MS).toISOString().slice(0, 10);
}

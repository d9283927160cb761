/** The days of a month as a calendar shows them: whole weeks from Monday on. Days are `2026-03-05`. Pure. */
import type { Condition } from '@/entities/condition/types';
import { momentOf } from '@/lib/format/zone';

import { alsoHolding } from '../list-query';

const WEEK = 7;
const DAY_MS = 86_400_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `2026-03` -> four to six weeks. */
export function weeksOf(month: string): string[][] {
  const first = msOf(`${month}-01`);
  const start = first - ((new Date(first).getUTCDay() + 6) % WEEK) * DAY_MS;
  const end = msOf(`${monthBeside(month, 1)}-01`);
  const weeks: string[][] = [];
  for (let at = start; at < end; at += WEEK * DAY_MS)
    weeks.push(Array.from({ length: WEEK }, (_, day) => dayOf(at + day * DAY_MS)));
  return weeks;
}

export function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}

/** The days of a stored value, and the zone in which moments have days; without one the values are days themselves. */
export interface Days {
  field: string;
  zone?: string | undefined;
}

/** The records from one day to another, both included. */
export function daysFilter(
  condition: Condition | null,
  { field, zone }: Days,
  from: string,
  to: string,
): Condition {
  const value = zone === undefined ? [from, to] : [momentOf(`${from}T00:00`, zone), lastMoment(to, zone)];
  return alsoHolding(condition, { field, op: 'between', value });
}

export function lastDayOf(month: string): string {
  return dayOf(msOf(`${monthBeside(month, 1)}-01`) - DAY_MS);
}

const lastMoment = (day: string, zone: string): string =>
  new Date(Date.parse(momentOf(`${dayOf(msOf(day) + DAY_MS)}T00:00`, zone)) - 1000).toISOString();

/** By day; what has none of these days is left out. `dayOf` says the day of a stored value. */
export function byDay<Card>(cards: Card[], dayOfCard: (card: Card) => string): Map<string, Card[]> {
  const days = new Map<string, Card[]>();
  for (const card of cards) {
    const day = dayOfCard(card);
    days.set(day, [...(days.get(day) ?? []), card]);
  }
  return days;
}

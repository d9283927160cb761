/** Two days as people write them: 2026/11/22 至 2026/11/25, 2026-11-22~2026-11-25; one day is a range of itself. */
import { readDay, type DayContext } from './read-day';
import type { Reading } from './reading';

const BETWEEN = [/\s*(?:至|到|~|～|—+|–)\s*/, /\s+(?:-|to|until)\s+/i, /\/(?=\d{4}-)/];

export function readRange(raw: string, context: DayContext): Reading {
  const parts = BETWEEN.map((sign) => raw.split(sign)).find((each) => each.length === 2) ?? [raw, raw];
  const [first, last] = parts.map((part) => readDay(part, context));
  if (!first || !last) return { cell: { raw, why: 'range', part: raw } };
  const cell = `${first.day}/${last.day}`;
  const doubt = first.doubt ?? last.doubt;
  return doubt ? { cell, doubt: { code: doubt, raw } } : { cell };
}

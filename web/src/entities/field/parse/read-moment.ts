/** A pasted day, with or without a time, as the cell of a day or of a moment. */
import { readDay, type DayContext } from './read-day';
import type { DoubtCode, Reading } from './reading';

export function readMoment(raw: string, context: DayContext, wantsTime: boolean): Reading {
  const found = readDay(raw, context);
  if (!found) return { cell: { raw, why: wantsTime ? 'moment' : 'day', part: raw } };
  const { day, time, doubt } = found;
  if (wantsTime) return withDoubt(`${day}T${time ?? '00:00'}`, doubt ?? (time ? undefined : 'noTime'), raw);
  return withDoubt(day, doubt ?? (time && time !== '00:00' ? 'timeDropped' : undefined), raw);
}

function withDoubt(cell: string, code: DoubtCode | undefined, raw: string): Reading {
  return code ? { cell, doubt: { code, raw } } : { cell };
}

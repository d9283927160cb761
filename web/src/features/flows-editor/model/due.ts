/** The time for a decision, in the words people use: days where it is whole days. */
import type { TFunction } from 'i18next';

const DAY = 24;

/** What most companies choose; a flow may say any other number of hours. */
export const USUAL_HOURS = [2, 4, 8, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

export function dueText(hours: number | undefined, t: TFunction<'flows-editor'>): string {
  if (!hours) return t('due.none');
  return hours % DAY === 0 ? t('due.days', { count: hours / DAY }) : t('due.hours', { count: hours });
}

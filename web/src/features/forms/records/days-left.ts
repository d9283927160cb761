const DAY = 24 * 60 * 60_000;

/** Whole days until a deleted record goes for good; the last one counts as one. */
export function daysLeft(purgeAt: string, now: number): number {
  return Math.max(1, Math.ceil((Date.parse(purgeAt) - now) / DAY));
}

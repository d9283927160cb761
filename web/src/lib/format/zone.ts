/** Moments and what a clock on the company's wall shows for them, whatever the device's own zone is. */

const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** `2026-03-05T09:00` for a moment (2026-03-05T01:00:00.000Z) in the zone. */
export function wallClock(moment: string, zone: string): string {
  return shown(Date.parse(moment), zone).slice(0, 16);
}

/** The day (2026-03-05) on which a moment lies in the zone. */
export function dayIn(moment: number, zone: string): string {
  return shown(moment, zone).slice(0, 10);
}

/** The moment when the zone's clocks show `wall` (2026-03-05T09:00); '' for what is no such text. */
export function momentOf(wall: string, zone: string): string {
  const asUtc = WALL.test(wall) ? Date.parse(`${wall}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return '';
  // Twice, because the offset at the guessed moment may be the one from the other side of a change of the clocks.
  const guess = asUtc - offset(asUtc, zone);
  return new Date(asUtc - offset(guess, zone)).toISOString();
}

function offset(moment: number, zone: string): number {
  return Date.parse(`${shown(moment, zone)}Z`) - Math.floor(moment / 1000) * 1000;
}

function shown(moment: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
    .format(moment)
    .replace(' ', 'T');
}

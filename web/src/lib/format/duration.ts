/** How long something took, in the largest unit that says it: 3 小时 / 2 days. */
import type { Language } from '@/config/languages';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** At least a minute: that somebody took 40 seconds is nobody's business. */
export function durationText(from: string, to: string, language: Language): string {
  const span = Math.max(Date.parse(to) - Date.parse(from), 60_000);
  const [unit, size] = UNITS.find(([, each]) => span >= each) ?? (['minute', 60_000] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(span / size),
  );
}

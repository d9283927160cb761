/** Seconds in the largest unit that says them: 3 days, 5 hours, 0 minutes. */
import type { Language } from '@/config/languages';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export function spanText(seconds: number, language: Language): string {
  const [unit, size] = UNITS.find(([, each]) => seconds >= each) ?? (['minute', 60] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(seconds / size),
  );
}

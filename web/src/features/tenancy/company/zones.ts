/** Time zones to choose from: what people call the time there, its place, and how far it is from Greenwich now. */
import type { Language } from '@/config/languages';

export interface Zone {
  value: string;
  /** 中国标准时间 · Asia/Shanghai */
  label: string;
  /** UTC+08:00 */
  offset: string;
}

/** Ordered from west to east. `own` is in it even if this browser does not list it. */
export function zonesOf(
  language: Language,
  own: string,
  now: number,
  known = Intl.supportedValuesOf('timeZone'),
): Zone[] {
  const all = new Set(['UTC', own, ...known]);
  return [...all]
    .flatMap((value) => {
      const minutes = offsetOf(value, now);
      return minutes === null ? [] : [{ minutes, zone: described(value, minutes, language, now) }];
    })
    .sort(
      (one, other) => one.minutes - other.minutes || one.zone.label.localeCompare(other.zone.label, language),
    )
    .map(({ zone }) => zone);
}

/** Every word of the search must be found somewhere: `utc+8 上海` finds nothing less for being two. */
export function matches(zone: Zone, search: string): boolean {
  const text = `${zone.label} ${zone.offset} ${zone.offset.replace(/([+-])0/, '$1')}`
    .toLowerCase()
    .replace(/_/g, ' ');
  return search
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => text.includes(word.replace(/_/g, ' ')));
}

function described(value: string, minutes: number, language: Language, now: number): Zone {
  const name = part(value, now, language, 'long');
  const place = value.replaceAll('_', ' ');
  const plain = name === '' || /^(GMT|UTC)([+-]|$)/.test(name);
  return { value, label: plain ? place : `${name} · ${place}`, offset: offsetText(minutes) };
}

function offsetText(minutes: number): string {
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** Minutes east of Greenwich; null for what this browser does not know. */
function offsetOf(value: string, now: number): number | null {
  const found = /GMT(?:([+-])(\d+)(?::(\d+))?)?/.exec(part(value, now, 'en', 'shortOffset'));
  if (!found) return null;
  const [, sign = '+', hours = '0', rest = '0'] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}

function part(value: string, now: number, language: string, timeZoneName: 'long' | 'shortOffset'): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone: value, timeZoneName }).formatToParts(now);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

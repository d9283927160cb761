/** Days and moments as spreadsheets show them and people write them. */
import { wallClock } from '@/lib/format/zone';

import type { DoubtCode } from './reading';

export type DayOrder = 'mdy' | 'dmy';

export interface DayContext {
  zone: string;
  /** 2026-03-05 */
  today: string;
  /** How `3/5/2026` is read. */
  order: DayOrder;
  /** The other days of the column say so; nothing is to be checked. */
  sure: boolean;
}

export interface DayReading {
  day: string;
  /** 09:30; null where none was written. */
  time: string | null;
  doubt?: DoubtCode;
}

type Parts = [year: number, month: number, day: number];

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*\\.?`;
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const WITHOUT_YEAR = /^(\d{1,2})[-/月](\d{1,2})[日号]?$/;
const DAY_MONTH = new RegExp(
  `^(?<day>\\d{1,2})(?:st|nd|rd|th)?[-\\s/.]*${MONTH}(?:[-\\s,/.]*(?<year>\\d{4}|\\d{2}))?$`,
  'i',
);
const MONTH_DAY = new RegExp(
  `^${MONTH}[-\\s/.]*(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:[-\\s,/.]+(?<year>\\d{4}|\\d{2}))?$`,
  'i',
);
const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)$/i;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const TIME =
  /(?:^|[T\s日号])(?<half>上午|下午|中午|晚上|凌晨|am|pm)?\s*(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?|[时点](?:(?<minute2>\d{1,2})分?(?:\d{1,2}秒)?)?)\s*(?<half2>am|pm|a\.m\.|p\.m\.)?$/i;
const WEEKDAY =
  /\s*\(?(?:星期|周)[一二三四五六日天]\)?|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+|,?\s*\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)?$/i;

/** Serial numbers between these are days of 1954 to 2119; others are amounts that stand in the wrong column. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];
/** Day 0 of Excel's 1900 system, which counts a 29 February 1900 that never was. The 1904 system cannot be told apart. */
const SERIAL_START = Date.UTC(1899, 11, 30);

export function readDay(raw: string, context: DayContext): DayReading | null {
  const text = raw
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (ZONED.test(text)) return zoned(text, context.zone);
  if (SERIAL.test(text)) return ofSerial(Number(text));
  const plain = text.replace(WEEKDAY, ' ').trim();
  const time = TIME.exec(plain);
  const clock = time ? clockOf(time.groups ?? {}) : null;
  if (time && clock === null) return null;
  const rest = time ? `${plain.slice(0, time.index)}${/^[日号]/.exec(time[0])?.[0] ?? ''}` : plain;
  const found = dayOf(rest.trim(), context);
  return found && { ...found, time: clock };
}

/** Which order the column's days need, if some of them can be read in one way only and none contradicts. */
export function orderOf(texts: string[]): DayOrder | null {
  const found = new Set<DayOrder>();
  for (const text of texts) {
    const [, first, second] =
      /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}(?!\d)/.exec(text.normalize('NFKC').trim()) ?? [];
    if (Number(first) > 12) found.add('dmy');
    if (Number(second) > 12) found.add('mdy');
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

type Found = Omit<DayReading, 'time'> | null;

function dayOf(text: string, context: DayContext): Found {
  const numbers = (match: RegExpExecArray) => match.slice(1).map(Number) as Parts;
  const yearFirst = YEAR_FIRST.exec(text) ?? RUN_TOGETHER.exec(text);
  if (yearFirst) return made(numbers(yearFirst));
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return ordered(numbers(yearLast), context);
  const short = SHORT_YEAR.exec(text);
  if (short) return nearest(numbers(short), text.includes('年'), context);
  const named = DAY_MONTH.exec(text) ?? MONTH_DAY.exec(text);
  if (named) return ofName(named.groups ?? {}, context);
  const bare = WITHOUT_YEAR.exec(text);
  if (!bare) return null;
  const [first, second] = numbers(bare);
  const dayFirst = !text.includes('月') && context.order === 'dmy';
  return made([thisYear(context), dayFirst ? second : first, dayFirst ? first : second], 'year');
}

function ordered([first, second, year]: Parts, { order, sure }: DayContext): Found {
  const [mdy, dmy] = [made([year, first, second]), made([year, second, first])];
  if (!mdy || !dmy || first === second) return mdy ?? dmy;
  const found = order === 'mdy' ? mdy : dmy;
  return sure ? found : { ...found, doubt: 'dayOrder' };
}

/** Two digits of a year: of the ways in which it can be read, the one that lies nearest to today. */
function nearest([first, second, third]: Parts, named: boolean, context: DayContext): Found {
  const now = thisYear(context);
  const full = (year: number) => (year + 100 * Math.floor(now / 100) > now + 50 ? 1900 : 2000) + year;
  if (named) return made([full(first), second, third]);
  const last: Parts = context.order === 'mdy' ? [full(third), first, second] : [full(third), second, first];
  const ways = [made([full(first), second, third]), made(last)].filter((way) => way !== null);
  const away = ({ day }: { day: string }) => Math.abs(Number(day.slice(0, 4)) - now);
  const [best] = ways.sort((one, other) => away(one) - away(other));
  return best ? { ...best, doubt: 'dayOrder' } : null;
}

function ofName(groups: Partial<Record<string, string>>, context: DayContext): Found {
  const month = MONTHS.indexOf((groups.month ?? '').toLowerCase()) + 1;
  const { day = '', year } = groups;
  if (year === undefined) return made([thisYear(context), month, Number(day)], 'year');
  const full = year.length === 4 ? Number(year) : (Number(year) >= 70 ? 1900 : 2000) + Number(year);
  return made([full, month, Number(day)]);
}

function ofSerial(serial: number): DayReading | null {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  const iso = new Date(SERIAL_START + Math.round(serial * 1440) * 60_000).toISOString();
  const time = Number.isInteger(serial) ? null : iso.slice(11, 16);
  return { day: iso.slice(0, 10), time, doubt: 'serialDay' };
}

function zoned(text: string, zone: string): DayReading | null {
  const moment = Date.parse(text.replace(/\s+(?=[Z+-])/i, '').replace(' ', 'T'));
  if (Number.isNaN(moment)) return null;
  const [day = '', time = ''] = wallClock(new Date(moment).toISOString(), zone).split('T');
  return { day, time };
}

function clockOf({
  half,
  half2,
  hour = '',
  minute,
  minute2,
}: Partial<Record<string, string>>): string | null {
  const part = (half ?? half2 ?? '').toLowerCase().replaceAll('.', '');
  const minutes = Number(minute ?? minute2 ?? 0);
  let hours = Number(hour);
  if (['pm', '下午', '晚上', '中午'].includes(part) && hours < 12 && !(part === '中午' && hours === 11))
    hours += 12;
  if (['am', '上午', '凌晨'].includes(part) && hours === 12) hours = 0;
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function made([year, month, day]: Parts, doubt?: DoubtCode): { day: string; doubt?: DoubtCode } | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!same || year < 1900 || year > 9999) return null;
  return { day: date.toISOString().slice(0, 10), ...(doubt ? { doubt } : {}) };
}

function thisYear({ today }: DayContext): number {
  return Number(today.slice(0, 4));
}

/**
 * Moments, dates and amounts as text. Moments are shown in the company's time zone, whatever the device's, so that
 * two colleagues who talk about "17:30" mean the same. Amounts stay decimal strings: they never become floats.
 */
import { useTranslation } from 'react-i18next';

import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@/config/languages';

import { minorUnits } from './currency';

const MOST_MINOR_UNITS = 2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Formats {
  /** 2026年3月5日 / Mar 5, 2026; takes a date (2026-03-05) or a moment. */
  date: (value: string) => string;
  /** 今天 17:30 / 3月5日 17:30; the year only when it is another one. */
  moment: (value: string) => string;
  /** With year and seconds, for titles and logs. */
  exact: (value: string) => string;
  /** 3 分钟前 / in 2 days. */
  relative: (value: string) => string;
  /** Every digit that there is, and the currency's places at least (none if the field's `decimals` are 0). */
  money: (value: string, currency: string, decimals?: number) => string;
  number: (value: string, digits?: number) => string;
  /** Of the fraction that is stored; `digits` are places of the percentage, rounded half up. */
  percent: (value: string, digits?: number) => string;
}

type Decimal = `${number}`;

export function makeFormats(language: Language, zone: string, now: () => number = Date.now): Formats {
  const at = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const date = at({ year: 'numeric', month: 'short', day: 'numeric' });
  const plainDate = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
  const time = at({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const short = at({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const long = at({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const exact = at({ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

  const daysFromNow = (moment: Date) =>
    Math.round((Date.parse(day.format(moment)) - Date.parse(day.format(now()))) / DAY);

  return {
    date: (value) => (value.length === 10 ? plainDate.format(new Date(value)) : date.format(new Date(value))),
    moment: (value) => {
      const moment = new Date(value);
      const days = daysFromNow(moment);
      if (Math.abs(days) <= 1) return `${ago.format(days, 'day')} ${time.format(moment)}`;
      const sameYear = day.format(moment).slice(0, 4) === day.format(now()).slice(0, 4);
      return (sameYear ? short : long).format(moment);
    },
    exact: (value) => exact.format(new Date(value)),
    relative: (value) => {
      const distance = new Date(value).getTime() - now();
      const size = Math.abs(distance);
      if (size < HOUR) return ago.format(Math.trunc(distance / MINUTE), 'minute');
      if (size < DAY) return ago.format(Math.trunc(distance / HOUR), 'hour');
      return ago.format(daysFromNow(new Date(value)), 'day');
    },
    money: (value, currency, decimals) => {
      const least = Math.min(minorUnits(currency), decimals ?? MOST_MINOR_UNITS);
      return new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: least,
        maximumFractionDigits: Math.max(least, value.split('.')[1]?.length ?? 0),
      }).format(value as Decimal);
    },
    number: (value, digits) =>
      new Intl.NumberFormat(
        language,
        digits === undefined
          ? { maximumFractionDigits: 20 }
          : { minimumFractionDigits: digits, maximumFractionDigits: digits },
      ).format(value as Decimal),
    percent: (value, digits = 2) =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: digits,
        signDisplay: 'negative',
      }).format(value as Decimal),
  };
}

const cache = new Map<string, Formats>();

export function useFormats(zone: string): Formats {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const key = `${language} ${zone}`;
  const known = cache.get(key) ?? makeFormats(language, zone);
  cache.set(key, known);
  return known;
}

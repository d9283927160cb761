/**
 * TODAY and what is reckoned from days: parts of a date, dates by months, whole units between two days. What is asked of
 * a blank day is a blank.
 */
import { weekdayOf } from '../calendar';
import { FormulaError } from '../faults';
import { dayOf } from '../ordering';
import { asInteger, asText, Day, decimal, readDay, type Value } from '../values';

import type { Arguments, Bodies } from './base';

const WRITTEN =
  /^([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|\/([0-9]{1,2})\/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)$/;
const MONTHS: Record<string, number> = { M: 1, Q: 3, Y: 12 };
const DAYS: Record<string, number> = { D: 1, W: 7 };

interface Parts {
  year: number;
  month: number;
  day: number;
}

function partsOf(day: Day): Parts {
  const [year = 0, month = 0, date = 0] = day.iso().split('-').map(Number);
  return { year, month, day: date };
}

/** The first day of a month, counted from January of the year 0. Throws FormulaError formula_too_large. */
function monthBegin(number: number): Day {
  if (!(number >= 12 && number < 120_000)) throw new FormulaError('formula_too_large');
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return Day.of(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

/** How many days a month has, counted as `monthBegin` counts. */
function lengthOf(number: number): number {
  return number % 12 === 11 ? 31 : monthBegin(number + 1).number - monthBegin(number).number;
}

/** The same day of a month, or its last where it is shorter. */
function monthsLater(from: Day, months: number): Day {
  const { year, month, day } = partsOf(from);
  const number = year * 12 + month - 1 + months;
  return new Day(monthBegin(number).number + Math.min(day, lengthOf(number)) - 1);
}

function between(start: Day, end: Day, unit: string): number {
  if (start.number > end.number) return -between(end, start, unit);
  if (unit === 'D') return end.number - start.number;
  const [from, to] = [partsOf(start), partsOf(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  return unit === 'M' ? months : Math.floor(months / 12);
}

function difference(given: Arguments): Value {
  const [start, end] = [dayOf(given.value(0)), dayOf(given.value(1))];
  const unit = asText(given.value(2)).toUpperCase();
  if (!['D', 'M', 'Y'].includes(unit))
    throw new FormulaError('formula_date_unit', 0, { found: unit.slice(0, 10) });
  return start && end ? decimal(between(start, end, unit)) : null;
}

function days(given: Arguments): Value {
  const [end, start] = [dayOf(given.value(0)), dayOf(given.value(1))];
  return start && end ? decimal(end.number - start.number) : null;
}

function age(given: Arguments): Value {
  const born = dayOf(given.value(0));
  return born && decimal(between(born, given.today, 'Y'));
}

function date(given: Arguments): Value {
  const parts = [0, 1, 2].map((index) => given.value(index));
  if (parts.includes(null)) return null;
  const [year = 0, month = 0, day = 0] = parts.map((part) => asInteger(part));
  return new Day(monthBegin(year * 12 + month - 1).number + day - 1);
}

function read(given: Arguments): Value {
  const value = given.value(0);
  if (value === null || value instanceof Day) return value;
  const text = asText(value).replace(/^ +| +$/g, '');
  if (text === '') return null;
  const [year = '', month = '', day = ''] = (WRITTEN.exec(text) ?? []).slice(1).filter((part) => part);
  const found = year ? readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : null;
  if (!found) throw new FormulaError('formula_no_date', 0, { found: text.slice(0, 20) });
  return found;
}

function part(given: Arguments, of: (parts: Parts) => number): Value {
  const day = dayOf(given.value(0));
  return day && decimal(of(partsOf(day)));
}

/** Monday is 1. */
const isoWeekday = (day: Day): number => weekdayOf(day) + 1;

function weekday(given: Arguments): Value {
  const day = dayOf(given.value(0));
  const kind = given.whole(1, 1, 1, 3);
  if (!day) return null;
  if (kind === 1) return decimal((isoWeekday(day) % 7) + 1);
  return decimal(kind === 2 ? isoWeekday(day) : weekdayOf(day));
}

/** Week 1 holds the first of January; weeks begin on Sunday (1) or Monday (2). 21 is the week of ISO 8601. */
function week(given: Arguments): Value {
  const day = dayOf(given.value(0));
  const kind = given.whole(1, 1, 1, 21);
  if (![1, 2, 21].includes(kind))
    throw new FormulaError('formula_range', 0, { found: String(kind), low: 1, high: 2 });
  if (!day) return null;
  if (kind === 21) return decimal(isoWeek(day));
  const first = newYear(partsOf(day).year);
  const begins = kind === 1 ? isoWeekday(first) % 7 : weekdayOf(first);
  return decimal(Math.floor((day.number - first.number + begins) / 7) + 1);
}

const newYear = (year: number): Day => monthBegin(year * 12);

/** The week that the Thursday of its days is in. */
function isoWeek(day: Day): number {
  const thursday = day.number - weekdayOf(day) + 3;
  let { year } = partsOf(day);
  if (thursday < newYear(year).number) year -= 1;
  else if (year < 9999 && thursday >= newYear(year + 1).number) year += 1;
  return Math.floor((thursday - newYear(year).number) / 7) + 1;
}

function edate(given: Arguments): Value {
  const day = dayOf(given.value(0));
  const months = asInteger(given.value(1));
  return day && monthsLater(day, months);
}

function monthEnd(given: Arguments): Value {
  const day = dayOf(given.value(0));
  const months = asInteger(given.value(1));
  if (!day) return null;
  const { year, month } = partsOf(day);
  const number = year * 12 + month - 1 + months;
  return new Day(monthBegin(number).number + lengthOf(number) - 1);
}

function added(given: Arguments): Value {
  const day = dayOf(given.value(0));
  const number = asInteger(given.value(1));
  const unit = asText(given.value(2)).toUpperCase();
  const [months, count] = [MONTHS[unit], DAYS[unit]];
  if (months === undefined && count === undefined)
    throw new FormulaError('formula_added_unit', 0, { found: unit.slice(0, 10) });
  if (!day) return null;
  if (months !== undefined) return monthsLater(day, number * months);
  return new Day(day.number + number * (count ?? 1));
}

export const DATES: Bodies = {
  TODAY: ({ today }) => today,
  DATE: date,
  DATEVALUE: read,
  YEAR: (given) => part(given, ({ year }) => year),
  MONTH: (given) => part(given, ({ month }) => month),
  DAY: (given) => part(given, ({ day }) => day),
  QUARTER: (given) => part(given, ({ month }) => Math.floor((month + 2) / 3)),
  WEEKDAY: weekday,
  WEEKNUM: week,
  ISOWEEKNUM: (given) => {
    const day = dayOf(given.value(0));
    return day && decimal(isoWeek(day));
  },
  EDATE: edate,
  EOMONTH: monthEnd,
  DATEADD: added,
  DATEDIF: difference,
  DAYS: days,
  AGE: age,
};

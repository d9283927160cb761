/** WORKDAY, NETWORKDAYS, ISWORKDAY: by the working calendar of the company, which evaluation is given. */
import { dayOf } from '../ordering';
import { Day, decimal, type Value } from '../values';

import type { Arguments, Bodies } from './base';

const MAX_DAYS = 2_000;

/** So many working days after the day, before it if negative; 0 is the day itself. */
function later(given: Arguments): Value {
  let day = dayOf(given.value(0));
  const count = given.whole(1, 0, -MAX_DAYS, MAX_DAYS);
  if (!day) return null;
  const step = count > 0 ? 1 : -1;
  for (let left = Math.abs(count); left > 0;) {
    given.spend(1);
    day = new Day(day.number + step);
    if (given.calendar.isWorkday(day)) left -= 1;
  }
  return day;
}

/** Both ends included; negative if the end lies before the start. */
function between(given: Arguments): Value {
  const [start, end] = [dayOf(given.value(0)), dayOf(given.value(1))];
  if (!start || !end) return null;
  const { calendar } = given;
  if (start.number <= end.number) return decimal(calendar.workdays(start, end));
  return decimal(-calendar.workdays(end, start));
}

function isWorkday(given: Arguments): Value {
  const day = dayOf(given.value(0));
  return day && given.calendar.isWorkday(day);
}

export const WORKING_DAYS: Bodies = { WORKDAY: later, NETWORKDAYS: between, ISWORKDAY: isWorkday };

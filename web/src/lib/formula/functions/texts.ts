/** Texts: joined, cut, searched, replaced. What is counted are characters (an emoji is one or more), never UTF-16 units. */
import { FormulaError } from '../faults';
import { asNumber, asText, boundedText, decimal, MAX_TEXT, roundPlaces, type Value } from '../values';

import type { Arguments, Bodies } from './base';
import { patterned } from './patterns';
import { capitals } from './rmb';

const SPACES = /[ \t\r\n\u00a0\u3000]+/g;
const RMB_LIMIT = '1e16';

const text = (given: Arguments, index = 0): string => asText(given.value(index));
const lengthOf = (found: string): number => Array.from(found).length;
const count = (given: Arguments, index: number, otherwise: number): number =>
  given.whole(index, otherwise, 0, MAX_TEXT);
const place = (given: Arguments, index: number): number => given.whole(index, 1, 1, MAX_TEXT);

function concat(given: Arguments): string {
  let joined = '';
  for (const value of given.values()) joined = boundedText(joined + asText(value));
  return joined;
}

function left(given: Arguments): string {
  const chars = Array.from(text(given));
  return chars.slice(0, count(given, 1, 1)).join('');
}

function right(given: Arguments): string {
  const chars = Array.from(text(given));
  return chars.slice(Math.max(chars.length - count(given, 1, 1), 0)).join('');
}

function middle(given: Arguments): string {
  const chars = Array.from(text(given));
  const start = place(given, 1) - 1;
  return chars.slice(start, start + count(given, 2, 0)).join('');
}

function found(given: Arguments, fold: (from: string) => string): Value {
  const wanted = fold(text(given));
  const chars = Array.from(fold(text(given, 1)));
  const start = place(given, 2);
  if (start - 1 > chars.length) return null;
  const rest = chars.slice(start - 1).join('');
  const at = rest.indexOf(wanted);
  return at < 0 ? null : decimal(start + lengthOf(rest.slice(0, at)));
}

/** In small letters, each in its place: a letter whose small form is longer stays. */
function folded(from: string): string {
  return Array.from(from, (char) => {
    const small = char.toLowerCase();
    return lengthOf(small) === 1 ? small : char;
  }).join('');
}

function replace(given: Arguments): string {
  const chars = Array.from(text(given));
  const start = place(given, 1) - 1;
  const end = start + count(given, 2, 0);
  return boundedText(chars.slice(0, start).join('') + text(given, 3) + chars.slice(end).join(''));
}

function substitute(given: Arguments): string {
  const [from, old, next] = [text(given), text(given, 1), text(given, 2)];
  const which = given.whole(3, 0, 1, MAX_TEXT);
  if (old === '') return from;
  const parts = from.split(old);
  if (which > 0) {
    if (which >= parts.length) return from;
    return boundedText(parts.slice(0, which).join(old) + next + parts.slice(which).join(old));
  }
  const size = lengthOf(from) + (parts.length - 1) * (lengthOf(next) - lengthOf(old));
  if (size > MAX_TEXT) throw new FormulaError('formula_too_large');
  return parts.join(next);
}

function repeat(given: Arguments): string {
  const found = text(given);
  const times = count(given, 1, 0);
  if (lengthOf(found) * times > MAX_TEXT) throw new FormulaError('formula_too_large');
  return found.repeat(times);
}

function rmb(given: Arguments): string {
  const value = given.value(0);
  if (value === null) return '';
  const amount = roundPlaces(asNumber(value), 2);
  if (amount.abs().gte(RMB_LIMIT)) throw new FormulaError('formula_too_large');
  return capitals(amount);
}

export const TEXTS: Bodies = {
  CONCAT: concat,
  LEFT: left,
  RIGHT: right,
  MID: middle,
  LEN: (given) => decimal(lengthOf(text(given))),
  FIND: (given) => found(given, (from) => from),
  SEARCH: (given) => found(given, folded),
  REPLACE: replace,
  SUBSTITUTE: substitute,
  TRIM: (given) => text(given).replace(SPACES, ' ').replace(/^ | $/g, ''),
  UPPER: (given) => boundedText(text(given).toUpperCase()),
  LOWER: (given) => boundedText(text(given).toLowerCase()),
  REPT: repeat,
  EXACT: (given) => text(given) === text(given, 1),
  STARTSWITH: (given) => text(given).startsWith(text(given, 1)),
  ENDSWITH: (given) => text(given).endsWith(text(given, 1)),
  CONTAINS: (given) => text(given).includes(text(given, 1)),
  TEXT: (given) => patterned(given.value(0), text(given, 1)),
  RMB: rmb,
};

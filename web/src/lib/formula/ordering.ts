/** How two values compare: as the operators `=` and `<` do, and what `COUNTIF` and its like ask of a cell. */
import { asNumber, asText, Day, decimal, kindOf, readDay, wrongKind, type Kind, type Value } from './values';

const CRITERION = /^(<=|>=|<>|<|>|=)?([^]*)$/;
const NUMBER = /^-?[0-9]{1,28}(?:\.[0-9]{1,12})?$/;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** Below, equal to or above 0. A blank is the other side's zero, and earlier than every date. */
export function order(left: Value, right: Value): number {
  const kinds = [kindOf(left), kindOf(right)];
  if (kinds[0] !== kinds[1] && !kinds.includes('blank')) throw wrongKind(right, kindOf(left));
  if (kinds.includes('date') || kinds.includes('text')) return byCodePoint(asText(left), asText(right));
  return ordinal(left).cmp(ordinal(right));
}

const ordinal = (value: Value) => (typeof value === 'boolean' ? decimal(Number(value)) : asNumber(value));

/** JavaScript compares UTF-16 units, which puts 𠮷 before ａ; the server compares code points. */
function byCodePoint(left: string, right: string): number {
  const [these, those] = [Array.from(left), Array.from(right)];
  const at = these.findIndex((char, index) => char !== those[index]);
  if (at === -1) return these.length - those.length;
  return (these[at]?.codePointAt(0) ?? -1) - (those[at]?.codePointAt(0) ?? -1);
}

/** Whether what `order` answered is what the sign asks. */
export function compares(sign: string, found: number): boolean {
  if (sign === '=') return found === 0;
  if (sign === '<>') return found !== 0;
  if (sign === '<') return found < 0;
  if (sign === '<=') return found <= 0;
  return sign === '>' ? found > 0 : found >= 0;
}

/** Equal and of one kind; a blank is like nothing. */
export function same(left: Value, right: Value): boolean {
  return left !== null && kindOf(left) === kindOf(right) && order(left, right) === 0;
}

/**
 * Whether a cell meets the condition of COUNTIF: a value that it is equal to, or a text such as ">=5". What is compared is
 * read from the text as what the cell is. A blank cell meets only `<>` and `=` without a value.
 */
export function meets(cell: Value, criterion: Value): boolean {
  if (typeof criterion !== 'string') return same(cell, criterion);
  const [, sign = '=', text = ''] = CRITERION.exec(criterion) ?? [];
  if (text === '') return sign === '=' ? cell === null : sign === '<>' && cell !== null;
  const wanted = cell === null ? null : read(kindOf(cell), text);
  return wanted === null ? sign === '<>' : compares(sign, order(cell, wanted));
}

function read(kind: Kind, text: string): Value {
  if (kind === 'number') return NUMBER.test(text) ? decimal(text) : null;
  if (kind === 'date') return DAY.test(text) ? readDay(text) : null;
  if (kind !== 'boolean') return text;
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? upper === 'TRUE' : null;
}

export const isBlank = (value: Value): boolean => value === null || value === '';

/** Throws FormulaError formula_type. */
export function dayOf(value: Value): Day | null {
  if (value === null || value instanceof Day) return value;
  throw wrongKind(value, 'date');
}

/** Numbers as spreadsheets show them: accounting negatives, currency signs, groups, 万. */
import { decimal } from '@/lib/formula/values';

import type { Field } from '../definition';
import { isNumber } from '../numbers';
import { typeOf } from '../registry';

import type { Doubt, DoubtCode, Reading } from './reading';

const SIGNS: Record<string, string[]> = {
  US$: ['USD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  S$: ['SGD'],
  'JP¥': ['JPY'],
  'CN¥': ['CNY'],
  '¥': ['CNY', 'JPY'],
  $: ['USD', 'HKD', 'TWD', 'SGD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  人民币: ['CNY'],
  美元: ['USD'],
  港元: ['HKD'],
  港币: ['HKD'],
  欧元: ['EUR'],
  英镑: ['GBP'],
  日元: ['JPY'],
  韩元: ['KRW'],
  台币: ['TWD'],
  元: ['CNY', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW', 'USD'],
  圆: ['CNY', 'JPY'],
  RMB: ['CNY'],
  ...Object.fromEntries(
    ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW'].map((code) => [code, [code]]),
  ),
};
/** The longest first: `US$` is not `$` with something before it. */
const SIGN = Object.keys(SIGNS)
  .sort((one, other) => other.length - one.length)
  .map((sign) => sign.replace('$', '\\$'))
  .join('|');
const MULTIPLES: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const NOTHING = /^[-–—]{1,2}$/;

export interface NumberReading {
  text: string;
  doubt?: Doubt;
}

/** What is no number stays as it is, for the check to name. */
export function parseNumber(field: Field, raw: string): Reading {
  const found = readNumber(field, raw);
  if (!found) return { cell: raw };
  return found.doubt ? { cell: found.text, doubt: { code: found.doubt.code, raw } } : { cell: found.text };
}

/** null: no number that the field could mean. The text is as people type it: a rate in per cent. */
export function readNumber(field: Field, raw: string): NumberReading | null {
  const parts = taken(raw, field.options?.unit ?? '');
  if (parts === null) return null;
  const { digits, negative, signs, multiple, percent } = parts;
  const { figure } = typeOf(field);
  if (percent && figure !== 'rate') return null;
  const doubt = (code: DoubtCode) => ({ doubt: { code, raw: raw.trim() } });
  if (NOTHING.test(digits)) return figure === 'rate' ? null : { text: '0', ...doubt('zero') };
  const plain = ungrouped(digits);
  if (plain === null) return null;
  const amount = multiple === 1 ? plain : decimal(plain).times(multiple).toFixed();
  const text = negative && /[1-9]/.test(amount) ? `-${amount}` : amount;
  if (!isNumber(text)) return null;
  if (figure === 'amount') {
    const { currency = 'CNY' } = field.options ?? {};
    if (signs.some((sign) => !SIGNS[sign]?.includes(currency))) return { text, ...doubt('currency') };
  }
  // 0.125 in a cell without a percent sign is 12.5 % as often as it is an eighth of a per cent.
  if (figure === 'rate' && !percent && /[1-9]/.test(text) && decimal(text).abs().lt(1))
    return { text, ...doubt('fraction') };
  return { text };
}

/** What a typed number becomes when one leaves it: plain. What could mean something else stays as it was typed. */
export function settled(field: Field, typed: string): string {
  const reading = readNumber(field, typed);
  return reading && !reading.doubt ? reading.text : typed;
}

interface Taken {
  digits: string;
  negative: boolean;
  signs: string[];
  multiple: number;
  percent: boolean;
}

/** What may stand around digits. Taking it off twice (a negative of a negative) is no number. */
const AROUND: { at: RegExp; take: (found: Taken, mark: string) => boolean }[] = [
  { at: /^\((?<rest>.+)\)$/, take: negate },
  { at: /^-(?<rest>.+)$/, take: negate },
  { at: /^(?<rest>.+\d)\s*-$/, take: negate },
  { at: /^\+(?<rest>.+)$/, take: () => true },
  { at: new RegExp(`^(?<mark>${SIGN})(?<rest>.+)$`, 'i'), take: addSign },
  { at: new RegExp(`^(?<rest>.+?)(?<mark>${SIGN})$`, 'i'), take: addSign },
  { at: /^(?<rest>.+)(?<mark>[万亿])$/, take: multiply },
  { at: /^(?<rest>.+)%$/, take: (found) => !found.percent && (found.percent = true) },
];

/** In whatever order: ¥-1, -¥1, (¥1), ¥(1), 1-. */
function taken(raw: string, unit: string): Taken | null {
  const found: Taken = { digits: '', negative: false, signs: [], multiple: 1, percent: false };
  let rest = raw
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('−', '-')
    .trim();
  const plainUnit = unit.normalize('NFKC');
  if (plainUnit !== '' && rest.endsWith(plainUnit)) rest = rest.slice(0, -plainUnit.length).trim();
  while (!NOTHING.test(rest)) {
    const step = AROUND.find(({ at }) => at.test(rest));
    const match = step?.at.exec(rest)?.groups;
    if (!step || !match) break;
    if (!step.take(found, match.mark ?? '')) return null;
    rest = (match.rest ?? '').trim();
  }
  return { ...found, digits: rest };
}

function negate(found: Taken): boolean {
  if (found.negative) return false;
  found.negative = true;
  return true;
}

function multiply(found: Taken, name: string): boolean {
  if (found.multiple !== 1) return false;
  found.multiple = MULTIPLES[name] ?? 1;
  return true;
}

function addSign(found: Taken, name: string): boolean {
  found.signs.push(Object.keys(SIGNS).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name);
  return found.signs.length <= 2;
}

const GROUPS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,3}(?: \d{3})+(?:\.\d+)?$|^\d{1,3}(?:'\d{3})+(?:\.\d+)?$/;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/;

function ungrouped(digits: string): string | null {
  const text = GROUPS.test(digits) ? digits.replace(/[, ']/g, '') : digits;
  if (!PLAIN.test(text)) return null;
  return text.replace(/^\./, '0.').replace(/\.$/, '');
}

/** Chinese capitals of an amount in yuan, as invoices and cheques write it: 1234.56 is 壹仟贰佰叁拾肆元伍角陆分. */
import type { Decimal } from 'decimal.js';

const DIGITS = Array.from('零壹贰叁肆伍陆柒捌玖');
const PLACES = ['仟', '佰', '拾', ''];

const digit = (number: bigint): string => DIGITS[Number(number)] ?? '';

/** Of an amount with at most two decimal places, smaller than 10^16. */
export function capitals(amount: Decimal): string {
  const cents = BigInt(amount.abs().times(100).toFixed(0));
  const [yuan, jiao, fen] = [cents / 100n, (cents / 10n) % 10n, cents % 10n];
  let text = yuan > 0n || cents === 0n ? `${whole(yuan)}元` : '';
  if (jiao === 0n && fen === 0n) text += '整';
  else if (fen === 0n) text += `${digit(jiao)}角整`;
  else {
    if (jiao > 0n) text += `${digit(jiao)}角`;
    else if (yuan > 0n) text += '零';
    text += `${digit(fen)}分`;
  }
  return (amount.lt(0) && cents > 0n ? '负' : '') + text;
}

/** A whole number; groups of eight digits are joined by 亿, of four by 万. */
function whole(number: bigint): string {
  if (number === 0n) return digit(0n);
  const [high, low] = [number / 100_000_000n, number % 100_000_000n];
  return high > 0n ? joined(eight(high), '亿', eight(low), low < 10_000_000n) : eight(low);
}

function eight(number: bigint): string {
  const [high, low] = [number / 10_000n, number % 10_000n];
  return high > 0n ? joined(four(high), '万', four(low), low < 1_000n) : four(low);
}

/** A lower group that does not fill its places is told apart by one 零. */
const joined = (high: string, unit: string, low: string, gap: boolean): string =>
  high + unit + (gap && low !== '' ? digit(0n) : '') + low;

function four(number: bigint): string {
  let text = '';
  let pending = false;
  for (const [index, sign] of Array.from(String(number).padStart(4, '0')).entries()) {
    if (sign === '0') {
      pending = text !== '';
      continue;
    }
    text += (pending ? digit(0n) : '') + digit(BigInt(sign)) + (PLACES[index] ?? '');
    pending = false;
  }
  return text;
}

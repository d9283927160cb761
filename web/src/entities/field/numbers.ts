/** Numbers as people type and paste them, and as the server wants them: plain decimals, rates as fractions. */
import { decimal } from '@/lib/formula/values';

const SHAPE = /^-?\d{1,28}(\.\d{1,12})?$/;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Full-width digits, grouping commas and currency signs are how people write numbers: they mean the plain number. */
export function plainNumber(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/^(-?)\s*(?:[¥$€£]|CNY|RMB)\s*/i, '$1')
    .replace(/\s*[元%]$/, '')
    .trim();
  return GROUPED.test(text) ? text.replaceAll(',', '') : text;
}

export function isNumber(text: string): boolean {
  return SHAPE.test(text);
}

export function placesOf(text: string): number {
  return text.split('.')[1]?.replace(/0+$/, '').length ?? 0;
}

/** "15" (per cent) → "0.15"; what is no number stays as it is, for the server to name. */
export function fractionOf(percent: string): string {
  return isNumber(percent) ? decimal(percent).div(100).toFixed() : percent;
}

/** "0.15" → "15" */
export function percentOf(fraction: string): string {
  return isNumber(fraction) ? decimal(fraction).times(100).toFixed() : fraction;
}

/** A percentage is stored as the fraction that it is; people type percents. Text that is no number stays as typed. */
import { Decimal } from 'decimal.js';

const NUMBER = /^-?\d{1,28}(\.\d{1,12})?$/;
const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });

export const toPercent = (fraction: string): string =>
  NUMBER.test(fraction) ? new Exact(fraction).times(100).toFixed() : fraction;

export const fromPercent = (percent: string): string =>
  NUMBER.test(percent) ? new Exact(percent).div(100).toFixed() : percent;

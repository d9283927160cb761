import Decimal from 'decimal.js';

import type { RecordBalance } from './balances-api';

/** What of the bar is used and held, in percent of the limit, or of all that is taken where that is more. */
export function shares({ limit, used, held }: Pick<RecordBalance, 'limit' | 'used' | 'held'>): {
  used: number;
  held: number;
} {
  const whole = Decimal.max(limit, new Decimal(used).plus(held));
  const part = (amount: string) =>
    whole.isZero() ? 0 : new Decimal(amount).div(whole).times(100).toDecimalPlaces(2).toNumber();
  return { used: part(used), held: part(held) };
}

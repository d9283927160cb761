/** ABS, SIGN, POWER, SQRT, VALUE, and CONVERT between currencies. */
import { FormulaError } from '../faults';
import { asNumber, asText, decimal, divide, multiply, power, squareRoot, ZERO, type Value } from '../values';

import type { Arguments, Bodies } from './base';

/** As the server has them. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW'];
const WRITTEN = /^([+-]?)([0-9]{1,28}|[0-9]{1,3}(?:,[0-9]{3}){1,8})(\.[0-9]{1,12})?(%?)$/;

/** Amount times rate. A missing rate is an error: counted as 0 it would make the amount vanish. */
function convert(given: Arguments): Value {
  const amount = given.value(0);
  const currency = asText(given.value(2));
  if (!CURRENCIES.includes(currency))
    throw new FormulaError('formula_convert_currency', 0, { found: currency.slice(0, 10) });
  if (amount === null) return null;
  const number = asNumber(amount);
  if (number.isZero()) return ZERO;
  const rate = asNumber(given.value(1));
  if (rate.lte(0)) throw new FormulaError('formula_convert_rate');
  return multiply(number, rate);
}

function value(given: Arguments): Value {
  const found = given.value(0);
  if (typeof found !== 'string') return found === null ? null : asNumber(found);
  const text = found.replace(/^ +| +$/g, '');
  if (text === '') return null;
  const match = WRITTEN.exec(text);
  if (!match) throw new FormulaError('formula_no_number', 0, { found: text.slice(0, 20) });
  const [, sign = '', whole = '', places = '', percent = ''] = match;
  const number = decimal(`${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${places}`);
  return percent ? divide(number, decimal(100)) : number;
}

export const NUMBERS: Bodies = {
  CONVERT: convert,
  ABS: (given) => asNumber(given.value(0)).abs(),
  SIGN: (given) => decimal(asNumber(given.value(0)).cmp(0)),
  POWER: (given) => power(asNumber(given.value(0)), asNumber(given.value(1))),
  SQRT: (given) => squareRoot(asNumber(given.value(0))),
  VALUE: value,
};

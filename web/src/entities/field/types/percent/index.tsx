/** A rate: typed in per cent, stored as a fraction. */
import { toPercent } from '@/lib/format/percent';

import { checkNumber } from '../../checks';
import { defineFieldType } from '../../field-type';
import { FigureText } from '../../figure-text';
import { fractionOf, percentOf, plainNumber } from '../../numbers';
import { numberOf } from '../../operands';
import { parseNumber } from '../../parse/read-number';
import { numberWithin } from '../../samples';

export const fieldType = defineFieldType({
  type: 'percent',
  compare: 'decimal',
  figure: 'rate',
  ordered: 'last',
  takesText: true,
  Text: ({ field, value }) => <FigureText {...field.options} kind="rate" value={String(value)} />,
  toCell: (value) => percentOf(String(value)),
  toPayload: (cell) => fractionOf(plainNumber(cell as string)),
  check: (field, cell) => checkNumber(field, cell as string, true),
  parse: parseNumber,
  operand: (_, cell) => numberOf(fractionOf(plainNumber(cell as string))),
  sample: ({ options = {} }) => toPercent(numberWithin(options, '0.1')),
});

/** A number of anything that is counted or measured. */
import { checkNumber } from '../../checks';
import { defineFieldType } from '../../field-type';
import { FigureText } from '../../figure-text';
import { plainNumber } from '../../numbers';
import { numberOf } from '../../operands';
import { parseNumber } from '../../parse/read-number';
import { numberWithin } from '../../samples';

export const fieldType = defineFieldType({
  type: 'number',
  compare: 'decimal',
  figure: 'number',
  ordered: 'last',
  takesText: true,
  Text: ({ field, value }) => <FigureText {...field.options} kind="number" value={String(value)} />,
  toPayload: (cell) => plainNumber(cell as string),
  check: (field, cell) => checkNumber(field, cell as string),
  parse: parseNumber,
  operand: (_, cell) => numberOf(plainNumber(cell as string)),
  sample: ({ options = {} }) => numberWithin(options, '100'),
});

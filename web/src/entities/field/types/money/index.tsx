/** An amount in a currency. */
import { lazy, Suspense } from 'react';

import { checkNumber } from '../../checks';
import { defineFieldType, type TextProps } from '../../field-type';
import { FigureText } from '../../figure-text';
import { plainNumber } from '../../numbers';
import { numberOf } from '../../operands';
import { parseNumber } from '../../parse/read-number';
import { numberWithin } from '../../samples';

const InWords = lazy(() => import('./in-words').then((loaded) => ({ default: loaded.InWords })));

/** On the page of its record also in capitals, if the form says so. */
function Amount({ field, value, recordId }: TextProps) {
  return (
    <>
      <FigureText {...field.options} kind="amount" value={String(value)} />
      {recordId !== undefined && field.options?.words === true && (
        <Suspense>
          <InWords amount={String(value)} />
        </Suspense>
      )}
    </>
  );
}

export const fieldType = defineFieldType({
  type: 'money',
  compare: 'decimal',
  figure: 'amount',
  ordered: 'last',
  roomy: true,
  takesText: true,
  Text: Amount,
  toPayload: (cell) => plainNumber(cell as string),
  check: (field, cell) => checkNumber(field, cell as string),
  parse: parseNumber,
  operand: (_, cell) => numberOf(plainNumber(cell as string)),
  sample: ({ options = {} }) => numberWithin(options, '100'),
});

/** A day. */
import { DateText } from '@/components/date-text';

import { checkDay } from '../../checks';
import { defineFieldType } from '../../field-type';
import { dayOf } from '../../operands';
import { readMoment } from '../../parse/read-moment';
import { dayWithin } from '../../samples';

export const fieldType = defineFieldType({
  type: 'date',
  compare: 'date',
  ordered: 'last',
  roomy: true,
  keepsUnparsed: true,
  dated: true,
  Text: ({ value }) => <DateText value={String(value)} as="date" />,
  meant: ({ default: value }, { today }) => (value === '@today' ? today : value),
  check: (field, cell) => checkDay(field, cell as string),
  parse: (_, text, context) => readMoment(text, context, false),
  operand: (_, cell) => dayOf(cell),
  sample: ({ options = {} }, { today }) => dayWithin(options, today),
});

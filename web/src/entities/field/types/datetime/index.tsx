/** A moment. It is typed as the company's clock shows it. */
import { DateText } from '@/components/date-text';
import { momentOf, wallClock } from '@/lib/format/zone';

import { defineFieldType } from '../../field-type';
import { dayOf } from '../../operands';
import { readMoment } from '../../parse/read-moment';

export const fieldType = defineFieldType({
  type: 'datetime',
  compare: 'datetime',
  ordered: 'last',
  roomy: true,
  keepsUnparsed: true,
  dated: true,
  Text: ({ value }) => <DateText value={String(value)} />,
  toCell: (value, { zone }) => wallClock(String(value), zone),
  toPayload: (cell, zone) => momentOf(cell as string, zone) || cell,
  parse: (_, text, context) => readMoment(text, context, true),
  operand: (_, cell) => dayOf(cell),
  sample: (_, { today }) => `${today}T09:00`,
});

/** From one day to another. Its cell is ISO 8601's `2026-11-22/2026-11-25`. */
import { DateText } from '@/components/date-text';

import { defineFieldType, type TextProps } from '../../field-type';
import { readRange } from '../../parse/read-range';
import { dayWithin } from '../../samples';

export interface Range {
  from: string;
  to: string;
}

export function endsOf(cell: string | undefined): Range {
  const [from = '', to = ''] = (cell ?? '').split('/');
  return { from, to };
}

function Days({ value }: TextProps) {
  if (typeof value === 'string') return value;
  const { from, to } = value as Range;
  return (
    <>
      <DateText value={from} as="date" /> – <DateText value={to} as="date" />
    </>
  );
}

export const fieldType = defineFieldType({
  type: 'date_range',
  compare: 'opaque',
  ordered: null,
  roomy: true,
  group: true,
  keepsUnparsed: true,
  Text: Days,
  toCell: (value) => `${(value as Range).from}/${(value as Range).to}`,
  toPayload: (cell) => endsOf(cell as string),
  parse: (_, text, context) => readRange(text, context),
  sample: ({ options = {} }, { today }) => {
    const day = dayWithin(options, today);
    return `${day}/${day}`;
  },
});

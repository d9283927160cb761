/** From one day to another. */
import { DateText } from '@/components/date-text';

import { defineFieldType, type TextProps } from '../../field-type';

export interface Range {
  from: string;
  to: string;
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
});

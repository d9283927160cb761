/** A region with the street and number. */
import { defineFieldType, type TextProps } from '../../field-type';
import { LazyRegionText } from '../../regions/lazy-region-text';

import type { Parts } from './parts';

function OneLine({ value }: TextProps) {
  if (typeof value === 'string') return value;
  const { region, detail, postcode } = value as Parts;
  return (
    <>
      <LazyRegionText path={region} between="" />
      {detail}
      {postcode && ` ${postcode}`}
    </>
  );
}

export const fieldType = defineFieldType({
  type: 'address',
  compare: 'opaque',
  wide: { input: true, text: true },
  group: true,
  ordered: null,
  roomy: true,
  takesText: true,
  keepsUnparsed: true,
  Text: OneLine,
});

/** A region with the street and number. Its cell is the parts as JSON, so that one input holds them all. */
import { defineFieldType, type TextProps } from '../../field-type';
import { parseAddress } from '../../regions/parse';
import { RegionText } from '../../regions/region-text';

import { partsOf, type Parts } from './parts';

function OneLine({ value }: TextProps) {
  if (typeof value === 'string') return value;
  const { region, detail, postcode } = value as Parts;
  return (
    <>
      <RegionText path={region} between="" />
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
  toCell: (value) => JSON.stringify(value),
  toPayload: (cell) => {
    const { postcode, ...parts } = partsOf(cell);
    return postcode ? { ...parts, postcode } : parts;
  },
  parse: parseAddress,
  sample: (_, { word }) => JSON.stringify({ region: ['110000', '110100', '110101'], detail: word }),
});

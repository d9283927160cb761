/** A province, city and district: their codes from the top. */
import { defineFieldType } from '../../field-type';
import { parseRegion } from '../../regions/parse';
import { RegionText } from '../../regions/region-text';
import { namesOf, regionsNow } from '../../regions/regions';

export const fieldType = defineFieldType({
  type: 'region',
  compare: 'region',
  ordered: null,
  roomy: true,
  several: () => true,
  keepsUnparsed: true,
  Text: ({ value }) => <RegionText path={value as string[]} between=" / " />,
  parse: parseRegion,
  operand: (_, cell) => {
    const regions = regionsNow();
    return regions ? namesOf(cell as string[], regions).join('/') : undefined;
  },
  sample: ({ options }) => ['110000', '110100', '110101'].slice(0, depthOf(options?.level)),
});

const depthOf = (level = 'district') => ({ province: 1, city: 2, district: 3 })[level];

/** A province, city and district: their codes from the top. */
import { defineFieldType } from '../../field-type';
import { LazyRegionText } from '../../regions/lazy-region-text';

export const fieldType = defineFieldType({
  type: 'region',
  compare: 'region',
  ordered: null,
  roomy: true,
  several: () => true,
  keepsUnparsed: true,
  Text: ({ value }) =>
    typeof value === 'string' ? value : <LazyRegionText path={value as string[]} between=" / " />,
});

/** A place on the map. */
import { defineFieldType, type TextProps } from '../../field-type';

import type { Place } from './place';

function PlaceText({ value }: TextProps) {
  if (typeof value === 'string') return value;
  const { lat, lng, accuracy, address } = value as Place;
  const where = `(${lat}, ${lng}${accuracy ? ` ±${accuracy} m` : ''})`;
  return address ? `${address} ${where}` : where;
}

export const fieldType = defineFieldType({
  type: 'location',
  compare: 'opaque',
  wide: { input: true, text: true },
  group: true,
  ordered: null,
  roomy: true,
  takesText: true,
  Text: PlaceText,
});

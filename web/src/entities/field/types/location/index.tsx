/** A place on the map. Its cell is the parts as JSON, so that one input holds them all. */
import { defineFieldType, type TextProps } from '../../field-type';

import { placeOf, type Place } from './place';

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
  toCell: (value) => JSON.stringify(value),
  toPayload: (cell) =>
    Object.fromEntries(Object.entries(placeOf(cell)).filter(([, part]) => String(part).trim() !== '')),
  parse: (_, text) => {
    const [, lat, lng] = /^\(?\s*(-?\d[\d.]*)\s*[,，\s]\s*(-?\d[\d.]*)\s*\)?$/.exec(text) ?? [];
    if (lat === undefined || lng === undefined)
      return { cell: JSON.stringify({ lat: '', lng: '', address: text }) };
    return { cell: JSON.stringify({ lat, lng }) };
  },
  sample: () => JSON.stringify({ lat: '31.230416', lng: '121.473701' }),
});

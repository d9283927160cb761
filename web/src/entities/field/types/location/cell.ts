/** What is typed into it: its cell is the parts as JSON, so that one input holds them all. */
import type { CellPart } from '../../field-type';

import { placeOf } from './place';

const PAIR = /^\(?\s*(-?\d[\d.]*)\s*[,，\s]\s*(-?\d[\d.]*)\s*\)?$/;

export const cell: CellPart = {
  toCell: (value) => JSON.stringify(value),
  toPayload: (typed) =>
    Object.fromEntries(Object.entries(placeOf(typed)).filter(([, part]) => String(part).trim() !== '')),
  parse: (_, text) => {
    const [, lat, lng] = PAIR.exec(text) ?? [];
    const place = lat === undefined || lng === undefined ? { lat: '', lng: '', address: text } : { lat, lng };
    return { cell: JSON.stringify(place) };
  },
  sample: () => JSON.stringify({ lat: '31.230416', lng: '121.473701' }),
};

/** What is typed into it: its cell is the parts as JSON, so that one input holds them all. */
import type { CellPart } from '../../field-type';
import { parseAddress } from '../../regions/parse';

import { partsOf } from './parts';

export const cell: CellPart = {
  toCell: (value) => JSON.stringify(value),
  toPayload: (typed) => {
    const { postcode, ...parts } = partsOf(typed);
    return postcode ? { ...parts, postcode } : parts;
  },
  parse: parseAddress,
  sample: (_, { word }) => JSON.stringify({ region: ['110000', '110100', '110101'], detail: word }),
};

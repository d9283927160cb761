/** What is chosen and pasted into it: codes from the top. */
import type { CellPart } from '../../field-type';
import { parseRegion } from '../../regions/parse';
import { LEVELS, namesOf, regionsNow } from '../../regions/regions';

const SAMPLE = ['110000', '110100', '110101'];

export const cell: CellPart = {
  parse: parseRegion,
  operand: (_, chosen) => {
    const regions = regionsNow();
    return regions ? namesOf(chosen as string[], regions).join('/') : undefined;
  },
  sample: ({ options }) => SAMPLE.slice(0, LEVELS.indexOf(options?.level ?? 'district') + 1),
};

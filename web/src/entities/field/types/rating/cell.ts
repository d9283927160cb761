/** What is typed into it: a number. */
import type { CellPart } from '../../field-type';
import { plainNumber } from '../../numbers';
import { numberOf } from '../../operands';
import { parseNumber } from '../../parse/read-number';

import { USUAL_MAX } from '.';

export const cell: CellPart = {
  toPayload: (typed) => plainNumber(typed as string),
  parse: parseNumber,
  operand: (_, typed) => numberOf(plainNumber(typed as string)),
  sample: ({ options }) => String(options?.max ?? USUAL_MAX),
};

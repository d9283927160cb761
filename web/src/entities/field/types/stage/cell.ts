/** What formulas and trials of flows see of it. */
import type { CellPart } from '../../field-type';
import { textOf } from '../../operands';

import { firstStage } from './stages';

export const cell: CellPart = {
  // A new record begins at the first stage.
  operand: (field, chosen) => textOf(chosen === '' ? firstStage(field) : chosen),
  sample: firstStage,
};

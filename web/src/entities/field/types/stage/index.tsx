/** Where a record stands in a process. */
import { defineFieldType } from '../../field-type';
import { textOf } from '../../operands';

import { StageText } from './stage-text';
import { knownStages, stagesOf } from './stages';

export const fieldType = defineFieldType({
  type: 'stage',
  compare: 'choice',
  moves: true,
  ordered: 'first',
  roomy: true,
  Text: StageText,
  offered: knownStages,
  // A new record begins at the first stage.
  operand: (field, cell) => textOf(cell === '' ? (stagesOf(field)[0]?.value ?? '') : cell),
  sample: (field) => stagesOf(field)[0]?.value ?? '',
});

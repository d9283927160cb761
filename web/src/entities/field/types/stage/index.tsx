/** Where a record stands in a process. */
import { defineFieldType } from '../../field-type';

import { StageText } from './stage-text';
import { knownStages } from './stages';

export const fieldType = defineFieldType({
  type: 'stage',
  compare: 'choice',
  moves: true,
  ordered: 'first',
  roomy: true,
  Text: StageText,
  offered: knownStages,
});

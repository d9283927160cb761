/** One line of words. */
import { checkLength } from '../../checks';
import { AS_TEXT } from '../../compared';
import { defineFieldType } from '../../field-type';
import { textOf } from '../../operands';
import { PlainText } from '../../plain-text';
import { textSample } from '../../samples';

export const fieldType = defineFieldType({
  type: 'text',
  compare: 'text',
  titles: 'first',
  ordered: 'first',
  compared: AS_TEXT,
  roomy: true,
  takesText: true,
  Text: PlainText,
  check: (field, cell) => checkLength(field, cell as string, 200),
  parse: (_, text) => ({ cell: text.replace(/\s*[\n\r\t]+\s*/g, ' ') }),
  operand: (_, cell) => textOf(cell),
  sample: ({ options = {} }, { word }) => textSample(options, word),
});

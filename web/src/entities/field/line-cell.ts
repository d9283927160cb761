/** Of types of one line, what is typed and pasted into them. */
import type { CellPart } from './field-type';
import { textOf } from './operands';

export const lineCell = (sample: string): CellPart => ({
  parse: (_, text) => ({ cell: text.replace(/\s+/g, ' ') }),
  operand: (_, cell) => textOf(cell),
  sample: () => sample,
});

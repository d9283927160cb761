/** What is pasted into it, and what formulas see of it: ids. */
import type { CellPart } from '../../field-type';
import { textOf } from '../../operands';
import { readRecords } from '../../parse/read-records';

export const cell: CellPart = {
  parse: (field, text, { people }) => ({ cell: readRecords(field, text, people) }),
  operand: (_, chosen) => textOf(chosen),
};

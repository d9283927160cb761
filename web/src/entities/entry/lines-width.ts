/** How much room detail lines take as a table. */
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasRows, typeOf } from '@/entities/field/registry';

/** What a sheet has for them when something stands beside it, on a desk's usual screen. */
const BESIDE = 740;

/** As in lines-entry.module.css: words need more than figures. */
const WIDTHS = { words: 136, figures: 112, frame: 76 };

/** Some table would have to be scrolled if anything stood beside the sheet: it gets all of the width. */
export function hasWideLines(fields: Field[]): boolean {
  return fields.some((field) => hasRows(field) && widthOf(columnsOf(field)) > BESIDE);
}

function widthOf(columns: Field[]): number {
  const widths = columns.map((column) => (typeOf(column).roomy ? WIDTHS.words : WIDTHS.figures));
  return widths.reduce((sum, each) => sum + each, WIDTHS.frame);
}

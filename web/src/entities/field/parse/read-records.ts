/** Records by title or number: exact, and only where it is one record's. */
import type { Cell } from '../cell';
import type { Field } from '../definition';

import { readNames, type People } from './read-people';
import { folded } from './reading';

/** What a list of records says of one. */
export interface NamedRecord {
  id: string;
  title: string;
  serial: string;
}

/** A column has its own candidates, so what was found for a text is kept with the column. */
export const recordKey = (column: string, text: string): string => `${column} ${folded(text)}`;

export function readRecords(field: Field, raw: string, { records }: People): Cell {
  const find = (text: string) => {
    const found = records.get(recordKey(field.id, text));
    if (!found) return null;
    const same = found.filter((each) =>
      [each.title, each.serial].some((name) => folded(name) === folded(text)),
    );
    return same.map(({ id }) => id);
  };
  return readNames(field, raw, find, ['record', 'recordSeveral']);
}

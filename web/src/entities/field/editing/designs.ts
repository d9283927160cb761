/** The designs of all field types, found by their folders. Loaded only where forms are built. */
import { FIELD_TYPES, type FieldType } from '../definition';

import { GROUPS, type FieldDesign } from './field-design';

const modules = import.meta.glob<FieldDesign>('../types/*/settings.tsx', { eager: true, import: 'design' });

export function designOf(type: FieldType): FieldDesign {
  const found = modules[`../types/${type}/settings.tsx`] ?? modules['../types/text/settings.tsx'];
  if (!found) throw new Error('There are no designs.');
  return found;
}

export const PALETTE = GROUPS.map((group) => ({
  group,
  types: FIELD_TYPES.filter((type) => designOf(type).group === group),
}));

export const COLUMN_TYPES = FIELD_TYPES.filter((type) => designOf(type).column);

export const mayBeUnique = (type: FieldType, column: boolean): boolean =>
  !column && designOf(type).unique === true;
export const mayBeIndexed = (type: FieldType, column: boolean): boolean =>
  !column && designOf(type).indexed === true;
export const mayBeColumn = (type: FieldType): boolean => designOf(type).column === true;
/** What a list of records can show. */
export const mayBeListed = (type: FieldType): boolean => designOf(type).listed === true;
/** What can stand in the title of a record. */
export const mayBeTitle = (type: FieldType): boolean => designOf(type).titled === true;

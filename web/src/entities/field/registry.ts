/** The field types, found by their folders: a new one is added by adding a folder. */
import type { Field } from './definition';
import type { FieldTypeModule, ValueType } from './field-type';

const modules = import.meta.glob<FieldTypeModule>('./types/*/index.tsx', {
  eager: true,
  import: 'fieldType',
});

const BY_TYPE = new Map<string, FieldTypeModule>(Object.values(modules).map((each) => [each.type, each]));

/** A type that this version of the page does not know is read as a line of text. */
export function fieldType(type: ValueType): FieldTypeModule {
  const found = BY_TYPE.get(type) ?? BY_TYPE.get('text');
  if (!found) throw new Error('There are no field types.');
  return found;
}

export const typeOf = ({ type }: Pick<Field, 'type'>): FieldTypeModule => fieldType(type);

/** The field whose values these are: of one that pulls them through, its source. */
export const valuesOf = (field: Field): Field => typeOf(field).valuesOf?.(field) ?? field;

/** A formula is shown as what it results in. */
export function shownType(field: Field): ValueType {
  const source = valuesOf(field);
  return typeOf(source).shownAs?.(source) ?? source.type;
}

/** How its values are shown. */
export const shownAs = (field: Field): FieldTypeModule => fieldType(shownType(field));

export const isComputed = (field: Pick<Field, 'type'>): boolean => typeOf(field).computed === true;
export const isMoved = (field: Pick<Field, 'type'>): boolean => typeOf(field).moves === true;
export const hasRows = (field: Pick<Field, 'type'>): boolean => typeOf(field).holds === 'rows';
export const hasFiles = (field: Pick<Field, 'type'>): boolean => typeOf(field).holds === 'files';
export const isFigure = (field: Field): boolean => shownAs(field).figure !== undefined;
/** Money: has a currency, and is written in capitals on paper. */
export const isAmount = (field: Field): boolean => shownAs(field).figure === 'amount';

export const columnsOf = (field: Field): Field[] => (hasRows(field) ? (field.options?.columns ?? []) : []);

/** Two records, or two rows, can be told to hold the same there when they are saved. */
export const mayBeCompared = (field: Field): boolean =>
  !isComputed(field) && typeOf(field).compare !== 'opaque';

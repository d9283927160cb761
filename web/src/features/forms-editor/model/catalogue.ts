/** What the editor knows of each field type: where it stands in the palette, and which settings it may have. */
import type { FieldType } from '@/entities/field/definition';

export const PALETTE: { group: 'text' | 'number' | 'choice' | 'people' | 'more'; types: FieldType[] }[] = [
  { group: 'text', types: ['text', 'long_text'] },
  { group: 'number', types: ['number', 'money', 'percent', 'date', 'datetime'] },
  { group: 'choice', types: ['choice', 'choices'] },
  { group: 'people', types: ['member', 'department'] },
  { group: 'more', types: ['lines', 'formula', 'attachment', 'serial'] },
];

/** In a row of lines: the server refuses these as columns. */
const NO_COLUMN: readonly FieldType[] = ['lines', 'serial'];
const UNIQUE: readonly FieldType[] = ['text', 'number', 'date', 'datetime'];
const NOT_INDEXED: readonly FieldType[] = ['long_text', 'choices', 'attachment', 'lines'];

export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW'] as const;

export const EXTENSIONS = [
  'pdf',
  'ofd',
  'xml',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'txt',
  'csv',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'zip',
] as const;

export const MOST_CHOICES = 300;
export const MOST_COLUMNS = 50;
/** Of fields that are sorted by, and of fields without repetition. */
export const MOST_INDEXED = 10;

export const isComputed = (type: FieldType): boolean => type === 'serial' || type === 'formula';
export const mayBeUnique = (type: FieldType, column: boolean): boolean => !column && UNIQUE.includes(type);
export const mayBeIndexed = (type: FieldType, column: boolean): boolean =>
  !column && !NOT_INDEXED.includes(type);

export const mayBeColumn = (type: FieldType): boolean => !NO_COLUMN.includes(type);

export const COLUMN_TYPES: FieldType[] = PALETTE.flatMap(({ types }) => types).filter(mayBeColumn);

/** What a list of records can show. */
export const mayBeListed = (type: FieldType): boolean => type !== 'lines' && type !== 'attachment';

/** What can stand in the title of a record. */
export const mayBeTitle = (type: FieldType): boolean =>
  !['lines', 'attachment', 'member', 'department', 'long_text'].includes(type);

/** What types that hold files share. */
import type { FileRef } from './cell';
import { checkFiles } from './checks';
import type { FieldTypeModule, ValueType } from './field-type';

export const filesType = (type: ValueType, Text: FieldTypeModule['Text']): FieldTypeModule => ({
  type,
  compare: 'opaque',
  holds: 'files',
  wide: { input: true, text: true },
  ordered: null,
  listedOnDemand: true,
  roomy: true,
  several: () => true,
  Text,
  toPayload: (cell) => (cell as FileRef[]).filter(({ upload }) => !upload).map(({ id }) => ({ id })),
  check: (_, cell) => checkFiles(cell as FileRef[]),
});

/** Files. */
import type { FileRef } from '../../cell';
import { checkFiles } from '../../checks';
import { defineFieldType } from '../../field-type';
import { FileNames } from '../../file-links';

export const fieldType = defineFieldType({
  type: 'attachment',
  compare: 'opaque',
  holds: 'files',
  wide: { input: true, text: true },
  ordered: null,
  listedOnDemand: true,
  roomy: true,
  several: () => true,
  Text: FileNames,
  toPayload: (cell) => (cell as FileRef[]).filter(({ upload }) => !upload).map(({ id }) => ({ id })),
  check: (_, cell) => checkFiles(cell as FileRef[]),
});

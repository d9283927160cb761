/** Files. */
import { defineFieldType } from '../../field-type';
import { FileNames } from '../../file-links';
import { filesType } from '../../files-type';

export const fieldType = defineFieldType(filesType('attachment', FileNames));

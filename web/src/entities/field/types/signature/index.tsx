/** A drawn signature. */
import { defineFieldType } from '../../field-type';
import { filesType } from '../../files-type';
import { picturesText } from '../../pictures/lazy-pictures';

export const fieldType = defineFieldType(filesType('signature', picturesText(true)));

/** Pictures. */
import { defineFieldType } from '../../field-type';
import { filesType } from '../../files-type';
import { picturesText } from '../../pictures/lazy-pictures';

export const fieldType = defineFieldType(filesType('image', picturesText(false)));

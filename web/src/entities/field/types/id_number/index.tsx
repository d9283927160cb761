/** The number of an identity card. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';

export const fieldType = defineFieldType(lineType('id_number'));

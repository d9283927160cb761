/** The code of a company. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';

export const fieldType = defineFieldType(lineType('credit_code'));

/** A web address. What is neither http nor https is never a link. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';
import { linkText } from '../../link-text';

const hrefOf = (value: string) => (/^https?:\/\//i.test(value) ? value : undefined);

export const fieldType = defineFieldType(lineType('url', linkText(hrefOf, true)));

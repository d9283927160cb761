/** A record of another form, or several: stored by id, shown by title to whoever may read it. */
import { checkCount } from '../../checks';
import { AS_IT_IS } from '../../compared';
import { defineFieldType } from '../../field-type';
import { LinkedRecord } from '../../linked/linked-record';
import { NamedIds } from '../../named-ids';

import { MOST_LINKED } from './options';

export const fieldType = defineFieldType({
  type: 'link',
  compare: 'record',
  compareSeveral: 'records',
  ordered: 'first',
  compared: AS_IT_IS,
  roomy: true,
  listedOnDemand: true,
  several: ({ options }) => options?.multiple === true,
  keepsUnparsed: true,
  takesText: true,
  looksUp: 'records',
  Text: ({ value }) => <NamedIds value={value} name={LinkedRecord} />,
  check: (field, cell) =>
    Array.isArray(cell) ? checkCount({ ...field, options: { max: MOST_LINKED } }, cell.length) : null,
});

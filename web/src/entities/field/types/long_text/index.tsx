/** Words of several lines. */
import { checkLength } from '../../checks';
import { defineFieldType } from '../../field-type';
import { textOf } from '../../operands';
import { textSample } from '../../samples';
import styles from '../../value-text.module.css';

export const fieldType = defineFieldType({
  type: 'long_text',
  compare: 'text',
  wide: { input: true, text: true },
  prose: true,
  ordered: null,
  listedOnDemand: true,
  roomy: true,
  takesText: true,
  Text: ({ value }) => <span className={styles.prose}>{String(value)}</span>,
  check: (field, cell) => checkLength(field, cell as string, 20_000),
  parse: (_, text) => ({ cell: text }),
  operand: (_, cell) => textOf(cell),
  sample: ({ options = {} }, { word }) => textSample(options, word),
});

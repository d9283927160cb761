/** What a field will look like to those who fill it in: a picture of it, no input. */
import type { Field } from '@/entities/field/definition';
import { designOf } from '@/entities/field/editing/designs';
import { hasRows, typeOf } from '@/entities/field/registry';
import { useTypeWords } from '@/entities/field/type-words';

import styles from './sample.module.css';
import { TableSample } from './table-sample';

export function Sample({ field, columns }: { field: Field; columns: Field[] }) {
  const words = useTypeWords(field.type);
  const { Sample: Picture, sample } = designOf(field.type);
  if (hasRows(field)) return <TableSample field={field} columns={columns} />;
  if (Picture) return <Picture field={field} />;
  const { computed = false, prose = false } = typeOf(field);
  return (
    <div className={styles.input} data-computed={computed} data-tall={prose} aria-hidden="true">
      {sample?.(field, words)}
    </div>
  );
}

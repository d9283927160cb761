/** The words of field types. Each type has its own beside it; all are loaded together, where forms are built. */
import { useTranslation } from 'react-i18next';

import type { FieldType } from './definition';

/** `key` is a path in the type's own file. A test holds the keys that the types use to their files. */
export type TypeWords = (key: string, values?: Record<string, unknown>) => string;

export function useTypeWords(type: FieldType): TypeWords {
  const words = useAllTypeWords();
  return (key, values) => words(type, key, values);
}

export function useAllTypeWords(): (
  type: FieldType,
  key: string,
  values?: Record<string, unknown>,
) => string {
  const { t } = useTranslation('field-types' as 'components');
  return (type, key, values = {}) => t(`${type}.${key}` as 'retry', values as { count?: number });
}

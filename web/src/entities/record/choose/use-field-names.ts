/** Names of fields in one text: 客户、部门 */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';

export function useFieldNames(fields: Field[]): string {
  const { t } = useTranslation('components');
  const language = useLabelLanguage();
  return fields.map(({ name }) => labelText(name, language)).join(t('changed.comma'));
}

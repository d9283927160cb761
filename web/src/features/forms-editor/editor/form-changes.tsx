/** What a version of the form changes, as the server lists it, in sentences. */
import { useTranslation } from 'react-i18next';

import { ChangeList } from '@/components/editing/change-list';
import type { Language } from '@/config/languages';
import { labelText } from '@/entities/field/label';

import type { Change } from '../api';

/** Parts with words of their own; options of single types are all "settings". */
const PARTS = [
  'name',
  'key',
  'description',
  'title',
  'list',
  'icon',
  'color',
  'access',
  'approval',
  'balances',
  'rules',
  'layout',
  'duplicates',
  'unique_together',
  'required',
  'unique',
  'unique_in_lines',
  'indexed',
  'help',
  'default',
] as const;

const KINDS = { field_added: 'added', form_created: 'added', field_removed: 'removed' } as const;

export function FormChanges({ changes, language }: { changes: Change[]; language: Language }) {
  const { t } = useTranslation('forms-editor');
  const partNames = (parts: string[] = []) => {
    const known = PARTS.filter((part) => parts.includes(part)).map((part) => t(`part.${part}`));
    if (parts.includes('options.expression')) known.push(t('part.expression'));
    if (parts.includes('options.choices')) known.push(t('part.choices'));
    const own = parts.filter(
      (part) => part.startsWith('options.') && part !== 'options.expression' && part !== 'options.choices',
    );
    if (own.length > 0) known.push(t('part.options'));
    return known.join(t('part.and'));
  };
  const kindOf = (change: Change['change']) =>
    change in KINDS ? KINDS[change as keyof typeof KINDS] : 'changed';
  return (
    <ChangeList
      changes={changes.map(({ change, name, parts }) => ({
        kind: kindOf(change),
        text: t(`change.${change}`, { name: labelText(name, language), parts: partNames(parts) }),
      }))}
    />
  );
}

/** What a version changes, in sentences. */
import { useTranslation } from 'react-i18next';

import type { Language } from '@/config/languages';
import { labelText } from '@/lib/forms/definition';

import type { Change } from '../api';

import styles from './change-list.module.css';

/** Parts with words of their own; options of single types are all "settings". */
const PARTS = [
  'name',
  'description',
  'title',
  'list',
  'access',
  'required',
  'unique',
  'indexed',
  'help',
  'default',
] as const;

export function ChangeList({ changes, language }: { changes: Change[]; language: Language }) {
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
  return (
    <ul className={styles.changes}>
      {changes.map(({ change, id, name, parts }, index) => (
        <li key={`${change}${id ?? ''}${index}`} data-change={change}>
          {t(`change.${change}`, { name: labelText(name, language), parts: partNames(parts) })}
        </li>
      ))}
    </ul>
  );
}

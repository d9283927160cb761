/** The conditions that are set, in words, each with the way to take it back. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { conditionNames, conditionText, NOBODY } from '@/entities/condition/text';
import { conjuncts, joined } from '@/entities/condition/tree';
import type { Condition, Operand } from '@/entities/condition/types';
import { useWordsLanguage } from '@/entities/condition/use-condition';
import { useNamesWithoutRoles } from '@/entities/condition/use-names';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import styles from './condition-chips.module.css';

interface Props {
  operands: Operand[];
  condition: Condition | null;
  onChange: (condition: Condition | null) => void;
}

export function ConditionChips({ operands, condition, onChange }: Props) {
  const { t } = useTranslation('forms');
  const { t: conditionT } = useTranslation('condition');
  const language = useWordsLanguage();
  const formats = useFormats(useMe().company.zone);
  const names = useNamesWithoutRoles(condition === null ? NOBODY : conditionNames(condition, operands));
  const parts = conjuncts(condition);
  if (parts.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('filter.set')}>
      {parts.map((part, at) => {
        const text = conditionText(part, { conditionT, language, operands, names, formats });
        return (
          <li key={at} className={styles.chip}>
            <span className={styles.text} title={text}>
              {text}
            </span>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('filter.remove', { name: text })}
              onClick={() => onChange(joined(parts.filter((each) => each !== part)))}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      {parts.length > 1 && (
        <li>
          <button type="button" className={styles.all} onClick={() => onChange(null)}>
            {t('filter.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}

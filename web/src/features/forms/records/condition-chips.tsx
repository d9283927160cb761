/** The conditions that are set, in words, each with the way to take it back. */
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { fractionOf, isNumber, plainNumber } from '@/entities/field/numbers';
import { shownType } from '@/entities/field/registry';
import { ValueText } from '@/entities/field/value-text';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import styles from './condition-chips.module.css';
import { controlOf, type Condition } from './conditions';

interface Props {
  fields: Field[];
  conditions: Condition[];
  onChange: (conditions: Condition[]) => void;
}

export function ConditionChips({ fields, conditions, onChange }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('filter.set')}>
      {conditions.map((condition) => {
        const field = fields.find(({ id }) => id === condition.field);
        if (!field) return null;
        const name = labelText(field.name, language);
        return (
          <li key={condition.field} className={styles.chip}>
            <span className={styles.text}>
              <span className={styles.name}>{name}</span> <Said field={field} condition={condition} />
            </span>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('filter.remove', { name })}
              onClick={() => onChange(conditions.filter((each) => each !== condition))}
            >
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      {conditions.length > 1 && (
        <li>
          <button type="button" className={styles.all} onClick={() => onChange([])}>
            {t('filter.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}

function Said({ field, condition: { op, values } }: { field: Field; condition: Condition }) {
  const { t } = useTranslation(['forms', 'components']);
  const ends = useEnds(field);
  if (op === 'blank' || op === 'filled') return t(`forms:filter.op.${op}`);
  if (op === 'contains') return t('forms:filter.contains', { text: values[0] ?? '' });
  if (op === 'prefix') return t('forms:filter.begins', { text: values[0] ?? '' });
  if (op === 'range') {
    const [low = '', high = ''] = values;
    if (high === '') return t('forms:filter.least', { value: ends(low) });
    return low === ''
      ? t('forms:filter.most', { value: ends(high) })
      : t('forms:filter.between', { low: ends(low), high: ends(high) });
  }
  if (controlOf(field) === 'boolean') return t(values[0] === 'true' ? 'components:yes' : 'components:no');
  return <ValueText field={field} value={op === 'eq' ? values[0] : values} />;
}

function useEnds(field: Field): (typed: string) => string {
  const formats = useFormats(useMe().company.zone);
  return (typed) => {
    if (controlOf(field) !== 'number') return formats.date(typed);
    const plain = plainNumber(typed);
    if (!isNumber(plain)) return typed;
    if (shownType(field) === 'percent') return formats.percent(fractionOf(plain), 12);
    return shownType(field) === 'money'
      ? formats.money(plain, field.options?.currency ?? 'CNY')
      : formats.number(plain);
  };
}

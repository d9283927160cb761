/** When a rule holds: a condition over what people fill in, or a formula for what conditions cannot say. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { listOperands } from '@/entities/condition/fields';
import { newComparison } from '@/entities/condition/model';
import type { Condition } from '@/entities/condition/types';
import { isFormula, type Rule } from '@/entities/entry/rule-plan';
import { isComputed } from '@/entities/field/registry';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';

import { FormulaInput } from './formula-input';
import { firstCondition } from './model';

interface Props {
  when: Rule['when'];
  faults: Fault[];
  onChange: (when: Rule['when']) => void;
}

const WAYS = ['condition', 'formula'] as const;
/** Whose subordinates somebody is, pages cannot tell. */
const UNKNOWN_TO_PAGES = ['subordinates'] as const;

export function WhenSetting({ when, faults, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const operands = listOperands(
    definition.fields.filter((field) => !isComputed(field)),
    language,
  );
  const inside = faults
    .filter(({ setting }) => setting === 'when' || setting.startsWith('when/'))
    .map(({ setting, message }) => ({ at: setting.slice('when/'.length), message, warns: false }));
  return (
    <>
      <Setting label={t('rules.when')}>
        {(input) => (
          <Select<(typeof WAYS)[number]>
            {...input}
            value={isFormula(when) ? 'formula' : 'condition'}
            options={WAYS.map((value) => ({ value, label: t(`rules.ways.${value}`) }))}
            onChange={(way) =>
              onChange(way === 'formula' ? { formula: '' } : firstCondition(newComparison(operands)))
            }
          />
        )}
      </Setting>
      {isFormula(when) ? (
        <FormulaInput
          label={t('rules.formula')}
          hint={t('rules.whenHint')}
          formula={when.formula}
          fault={faultFor(faults, 'when')}
          onChange={(formula) => onChange({ formula })}
        />
      ) : (
        <ConditionEditor
          value={when as Condition}
          operands={operands}
          faults={inside}
          without={UNKNOWN_TO_PAGES}
          onChange={(next) => onChange(next)}
        />
      )}
    </>
  );
}

/** What a rule fills in: nothing, a value, the day or the person of the moment, or what a formula comes to. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { GivenValue } from '@/entities/condition/editor/one-value';
import { listOperands } from '@/entities/condition/fields';
import { isFormula, type RuleAction } from '@/entities/entry/rule-plan';
import type { Field } from '@/entities/field/definition';
import { typeOf } from '@/entities/field/registry';
import { useEditor } from '@/entities/form/editing/editor';

import { FormulaInput } from './formula-input';
import { takesFormula } from './model';

type Value = RuleAction['value'];
type Way = 'nothing' | 'value' | '@today' | '@me' | 'formula';

interface Props {
  field: Field;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}

const DYNAMIC: Record<string, Way> = { date: '@today', member: '@me' };

export function SetValue({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const { language } = useEditor();
  const dynamic = DYNAMIC[typeOf(field).compare];
  const ways: Way[] = [
    'nothing',
    'value',
    ...(dynamic ? [dynamic] : []),
    ...(takesFormula(field) ? (['formula'] as const) : []),
  ];
  const way = wayOf(value, dynamic);
  const [operand] = listOperands([field], language);
  const several = operand !== undefined && SEVERAL.includes(operand.kind);
  const [shown = ''] = [value ?? ''].flat().map((each) => (typeof each === 'object' ? '' : String(each)));
  return (
    <>
      <Setting label={t('rules.value')} error={way === 'formula' ? undefined : error}>
        {(input) => (
          <Select<Way>
            {...input}
            value={way}
            options={ways.map((each) => ({ value: each, label: t(`rules.values.${WORDS[each]}`) }))}
            onChange={(next) => onChange(START[next])}
          />
        )}
      </Setting>
      {way === 'value' && operand && (
        <GivenValue
          operand={operand}
          label={t('rules.given')}
          invalid={error !== undefined}
          describedBy=""
          value={shown}
          onTyping={() => undefined}
          onChange={(next) => {
            const text = typeof next === 'string' ? next : '';
            onChange(several && text !== '' ? [text] : text);
          }}
        />
      )}
      {isFormula(value) && (
        <FormulaInput
          label={t('rules.formula')}
          hint={t('rules.setHint')}
          formula={value.formula}
          fault={error}
          onChange={(formula) => onChange({ formula })}
        />
      )}
    </>
  );
}

const SEVERAL: readonly string[] = ['choices', 'members', 'departments', 'region'];
const WORDS = {
  nothing: 'nothing',
  value: 'value',
  '@today': 'today',
  '@me': 'me',
  formula: 'formula',
} as const;
const START: Record<Way, Value> = {
  nothing: null,
  value: '',
  '@today': '@today',
  '@me': '@me',
  formula: { formula: '' },
};

function wayOf(value: Value, dynamic: Way | undefined): Way {
  if (isFormula(value)) return 'formula';
  if (value === undefined || value === null) return 'nothing';
  return dynamic !== undefined && value === dynamic ? dynamic : 'value';
}

/** A formula in the words of the form: fields by name, functions with a sentence each, and the server's check. */
import { Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Setting, WholeSetting } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, faultsAt } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';
import { minorUnits } from '@/lib/format/currency';

import type { FormulaResult } from '../../definition';
import type { SettingsProps } from '../../editing/field-design';
import { CURRENCIES } from '../../editing/limits';
import { useTypeWords } from '../../type-words';

import { Expression } from './expression';
import { namesAt, withGone } from './formula-text';
import { isResult, mostDecimals, resultOf, withResult } from './result-of';

const RESULTS: FormulaResult[] = ['number', 'money', 'percent', 'text', 'date', 'boolean'];

export function FormulaSettings({ place, field, fixed, onChange }: SettingsProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('formula');
  const { definition, published, language, faults, heldBack, chosenResults } = useEditor();
  const options = field.options ?? {};
  const names = namesAt(definition, place, language);
  const before = published ? namesAt(published, place, language) : [];
  const shown = withGone(names, options.expression ?? '', before, (name) =>
    name === undefined ? words('formula.gone') : words('formula.goneName', { name }),
  );
  const result = options.result ?? 'number';
  const here = faultsAt(faults, place);
  /** The text up to which the result has followed: a half-typed formula gives none, the next letter may. */
  const followed = useRef<string | null>(null);

  const changeResult = (next: FormulaResult) => {
    chosenResults.add(field.id);
    onChange(withResult(options, { result: next }));
  };
  /** Until the builder has chosen, the result follows what the formula gives. */
  const changeExpression = (expression: string) => {
    const was = options.expression ?? '';
    const usual = resultOf(was, definition, place);
    const follows = !fixed && !chosenResults.has(field.id);
    const found = follows ? resultOf(expression, definition, place) : null;
    // A half-typed formula gives nothing to compare with; one that was never set up gives a number.
    const unchosen =
      was.trim() === '' ||
      (usual ? isResult(options, usual) : followed.current === was || result === 'number');
    const next = found && unchosen ? withResult(options, found) : options;
    if (unchosen) followed.current = expression;
    onChange({ ...next, expression }, 'expression');
  };

  return (
    <Section title={t('setting.formula')}>
      <Expression
        expression={options.expression ?? ''}
        names={shown}
        offered={names}
        place={place}
        fault={faultFor(here, 'options/expression')}
        unfinished={faultFor(faultsAt(heldBack, place), 'options/expression') !== undefined}
        onChange={changeExpression}
      />
      <Setting label={t('setting.result')} {...(fixed ? { hint: t('setting.fixed') } : {})}>
        {(input) => (
          <Select
            {...input}
            value={result}
            disabled={fixed}
            options={RESULTS.map((value) => ({ value, label: words(`result.${value}`) }))}
            onChange={changeResult}
          />
        )}
      </Setting>
      {result === 'money' && (
        <Setting label={t('setting.currency')} error={faultFor(here, 'options/currency')}>
          {(input) => (
            <Select
              {...input}
              value={options.currency ?? null}
              disabled={fixed}
              options={CURRENCIES.map((value) => ({ value, label: t(`currency.${value}`) }))}
              onChange={(currency) => {
                chosenResults.add(field.id);
                onChange({ ...options, currency });
              }}
            />
          )}
        </Setting>
      )}
      {mostDecimals(result) >= 0 && (
        <WholeSetting
          label={t('setting.decimals')}
          error={faultFor(here, 'options/decimals')}
          hint={t(result === 'percent' ? 'setting.roundsPercent' : 'setting.roundsOnce')}
          value={options.decimals}
          most={mostDecimals(result)}
          placeholder={
            result === 'money' ? String(minorUnits(options.currency ?? 'CNY')) : t('setting.asNeeded')
          }
          onChange={(decimals) => onChange(withOption(options, 'decimals', decimals), 'decimals')}
        />
      )}
    </Section>
  );
}

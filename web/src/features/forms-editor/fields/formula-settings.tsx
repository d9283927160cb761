/** A formula in the words of the form: fields by name, functions with a sentence each, and the server's check. */
import { Input, Select } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Setting, WholeSetting } from '@/components/editing/setting';
import { withOption } from '@/lib/editing/without';
import { minorUnits, MOST_DECIMALS } from '@/lib/forms/currency';
import type { Field, FieldOptions, FormulaResult } from '@/lib/forms/definition';

import { useEditor } from '../editor/editor';
import { CURRENCIES } from '../model/catalogue';
import type { Place } from '../model/changes';
import { faultFor, faultsAt } from '../model/faults';
import { FUNCTIONS, namesAt, toShown, toStored, withNames, type Name } from '../model/formula-text';

import styles from './formula-settings.module.css';
import { useSaved } from './use-saved';

const RESULTS: FormulaResult[] = ['number', 'money', 'percent', 'text', 'date', 'boolean'];

interface Props {
  place: Place;
  field: Field;
  fixed: boolean;
  onChange: (options: FieldOptions, about?: string) => void;
}

export function FormulaSettings({ place, field, fixed, onChange }: Props) {
  const { t } = useTranslation('forms-editor');
  const { definition, language, faults } = useEditor();
  const options = field.options ?? {};
  const names = namesAt(definition, place, language);
  const result = options.result ?? 'number';
  const here = faultsAt(faults, place);

  const changeResult = (next: FormulaResult) => {
    const { currency, decimals, ...rest } = options;
    onChange({
      ...rest,
      result: next,
      ...(next === 'money' ? { currency: currency ?? 'CNY' } : {}),
      ...(decimals !== undefined && decimals <= mostDecimals(next) ? { decimals } : {}),
    });
  };

  return (
    <Section title={t('setting.formula')}>
      <Expression
        expression={options.expression ?? ''}
        names={names}
        fault={faultFor(here, 'options/expression')}
        onChange={(expression) => onChange({ ...options, expression }, 'expression')}
      />
      <Setting label={t('setting.result')} {...(fixed ? { hint: t('setting.fixed') } : {})}>
        {(input) => (
          <Select
            {...input}
            value={result}
            disabled={fixed}
            options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
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
              onChange={(currency) => onChange({ ...options, currency })}
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

/** Below zero: such a result has no places. */
function mostDecimals(result: FormulaResult): number {
  return result in MOST_DECIMALS ? MOST_DECIMALS[result as keyof typeof MOST_DECIMALS] : -1;
}

/** What to insert; for a column it depends on whether the cursor stands in a function already. */
type Piece = string | ((inFunction: boolean) => string);

interface ExpressionProps {
  expression: string;
  names: Name[];
  fault: string | undefined;
  onChange: (expression: string) => void;
}

function Expression({ expression, names, fault, onChange }: ExpressionProps) {
  const { t } = useTranslation('forms-editor');
  const [typed, type] = useState(() => toShown(expression, names));
  const cursor = useRef({ start: typed.length, end: typed.length });
  const area = useRef<HTMLTextAreaElement | null>(null);
  const saved = useSaved();

  // Undo, or the other side of a merge, may have changed it: what was typed here is older then.
  const own = toStored(typed, names);
  const text = own.expression === expression ? typed : toShown(expression, names);

  const write = (next: string) => {
    type(next);
    onChange(toStored(next, names).expression);
  };
  const insert = (wanted: Piece, back = 0) => {
    const { start, end } = cursor.current;
    const piece = typeof wanted === 'string' ? wanted : wanted(/[(,]\s*$/.test(text.slice(0, start)));
    write(text.slice(0, start) + piece + text.slice(end));
    const at = start + piece.length - back;
    cursor.current = { start: at, end: at };
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };

  const empty = text.trim() === '';
  const unknown = own.unknown[0];
  const wrong =
    unknown === undefined
      ? fault && !empty
        ? withNames(fault, names)
        : undefined
      : t('formula.unknown', { name: unknown });
  return (
    <>
      <Setting label={t('setting.expression')} error={wrong} hint={<Verdict empty={empty} saved={saved} />}>
        {(input) => (
          <Input.TextArea
            {...input}
            className={styles.text ?? ''}
            rows={4}
            spellCheck={false}
            value={text}
            placeholder={t('formula.placeholder')}
            onFocus={({ target }) => (area.current = target)}
            onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
              (cursor.current = { start, end })
            }
            onChange={({ target }) => {
              cursor.current = { start: target.selectionStart, end: target.selectionEnd };
              write(target.value);
            }}
          />
        )}
      </Setting>
      <Helper names={names} onInsert={insert} />
    </>
  );
}

function Verdict({ empty, saved }: { empty: boolean; saved: boolean }) {
  const { t } = useTranslation('forms-editor');
  if (empty) return t('formula.empty');
  if (!saved) return t('formula.checking');
  return (
    <span className={styles.right}>
      <CircleCheck size={13} aria-hidden="true" />
      {t('formula.right')}
    </span>
  );
}

function Helper({ names, onInsert }: { names: Name[]; onInsert: (piece: Piece, back?: number) => void }) {
  const { t } = useTranslation('forms-editor');
  return (
    <div className={styles.helper}>
      <p className={styles.group}>{t('formula.fields')}</p>
      <div className={styles.names}>
        {names.length === 0 && <span className={styles.about}>{t('formula.noFields')}</span>}
        {names.map(({ shown, stored, of }) => (
          <button
            key={stored}
            type="button"
            className={styles.name}
            onClick={() => onInsert((inFunction) => (of && !inFunction ? `SUM([${shown}])` : `[${shown}]`))}
          >
            {shown}
          </button>
        ))}
      </div>
      {FUNCTIONS.map(({ group, names: functions }) => (
        <details key={group} className={styles.functions}>
          <summary className={styles.group}>{t(`formula.group.${group}`)}</summary>
          <ul>
            {functions.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.function}
                  onClick={() => onInsert(`${name}()`, name === 'TODAY' ? 0 : 1)}
                >
                  <code className={styles.code}>{name}</code>
                  <span className={styles.about}>{t(`function.${name}` as 'function.SUM')}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

/** A formula in the words of the form: fields by name, functions with a sentence each, and the server's check. */
import { Input, Select } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Section, Setting, WholeSetting } from '@/components/editing/setting';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, faultsAt } from '@/entities/form/editing/faults';
import { withOption } from '@/lib/editing/omit';
import { useTyping } from '@/lib/editing/use-typing';
import { minorUnits } from '@/lib/format/currency';

import type { FormulaResult } from '../../definition';
import type { SettingsProps } from '../../editing/field-design';
import { CURRENCIES } from '../../editing/limits';
import { useTypeWords } from '../../type-words';

import styles from './formula-settings.module.css';
import { FUNCTIONS, namesAt, toShown, toStored, withGone, type Name } from './formula-text';
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

/** What to insert; for a column it depends on whether the cursor stands in a function already. */
type Piece = string | ((inFunction: boolean) => string);

interface ExpressionProps {
  expression: string;
  names: Name[];
  /** Without what the form no longer has. */
  offered: Name[];
  fault: string | undefined;
  /** Something is still wrong with what is being typed. */
  unfinished: boolean;
  onChange: (expression: string) => void;
}

function Expression({ expression, names, offered, fault, unfinished, onChange }: ExpressionProps) {
  const { t } = useTranslation('field');
  const words = useTypeWords('formula');
  const [typed, type] = useState(() => toShown(expression, names));
  const cursor = useRef({ start: typed.length, end: typed.length });
  const area = useRef<HTMLTextAreaElement | null>(null);
  const { checked } = useEditor();

  // Undo, or the other side of a merge, may have changed it: what was typed here is older then.
  const own = toStored(typed, names);
  const mine = own.expression === expression;
  const text = mine ? typed : toShown(expression, names);

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
      // As if it had been typed.
      area.current?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  };

  const empty = text.trim() === '';
  const typing = useTyping();
  const [unknown] = mine ? own.unknown : [];
  const wrong = typing
    ? undefined
    : unknown === undefined
      ? fault
      : words('formula.unknown', { name: unknown });
  const verdict = empty
    ? 'empty'
    : unfinished || unknown !== undefined
      ? 'unfinished'
      : checked
        ? 'right'
        : 'checking';
  return (
    <>
      <Setting label={t('setting.expression')} error={wrong} hint={<Verdict is={verdict} />}>
        {(input) => (
          <Input.TextArea
            {...input}
            className={styles.text ?? ''}
            rows={4}
            spellCheck={false}
            value={text}
            placeholder={words('formula.placeholder')}
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
      <Helper names={offered} onInsert={insert} />
    </>
  );
}

function Verdict({ is }: { is: 'empty' | 'unfinished' | 'checking' | 'right' }) {
  const words = useTypeWords('formula');
  if (is !== 'right') return words(`formula.${is}`);
  return (
    <span className={styles.right}>
      <CircleCheck size={13} aria-hidden="true" />
      {words('formula.right')}
    </span>
  );
}

function Helper({ names, onInsert }: { names: Name[]; onInsert: (piece: Piece, back?: number) => void }) {
  const words = useTypeWords('formula');
  return (
    <div className={styles.helper}>
      <p className={styles.group}>{words('formula.fields')}</p>
      <div className={styles.names}>
        {names.length === 0 && <span className={styles.about}>{words('formula.noFields')}</span>}
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
          <summary className={styles.group}>{words(`formula.group.${group}`)}</summary>
          <ul>
            {functions.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.function}
                  onClick={() => onInsert(`${name}()`, name === 'TODAY' ? 0 : 1)}
                >
                  <code className={styles.code}>{name}</code>
                  <span className={styles.about}>{words(`function.${name}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

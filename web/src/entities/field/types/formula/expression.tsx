/** The text of a formula: with suggestions while it is typed, the signature at the cursor, and what is to be inserted. */
import { Input } from 'antd';
import { CircleCheck } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { Setting } from '@/components/editing/setting';
import { DEFAULT_LANGUAGE, isLanguage } from '@/config/languages';
import type { Place } from '@/entities/form/editing/changes';
import { useEditor } from '@/entities/form/editing/editor';
import { useTyping } from '@/lib/editing/use-typing';

import { useTypeWords } from '../../type-words';

import { callAt, completionAt, type Suggestion } from './completion';
import styles from './formula-settings.module.css';
import { toShown, toStored, type Name } from './formula-text';
import { FunctionList } from './function-list';
import { SignatureHint } from './signature-hint';
import { Suggestions } from './suggestions';
import { faultPosition } from './trial';
import { TrialResult } from './trial-result';

/** What to insert; for a column it depends on whether the cursor stands in a function already. */
export type Piece = string | ((inFunction: boolean) => string);

interface ExpressionProps {
  expression: string;
  names: Name[];
  /** Without what the form no longer has. */
  offered: Name[];
  place: Place;
  fault: string | undefined;
  /** Something is still wrong with what is being typed. */
  unfinished: boolean;
  onChange: (expression: string) => void;
}

export function Expression(props: ExpressionProps) {
  const { expression, names, offered, place, fault, unfinished, onChange } = props;
  const { t, i18n } = useTranslation('field');
  const language = isLanguage(i18n.language) ? i18n.language : DEFAULT_LANGUAGE;
  const words = useTypeWords('formula');
  const [typed, type] = useState(() => toShown(expression, names));
  const [cursor, setCursor] = useState({ start: typed.length, end: typed.length });
  /** Suggestions are for what is being typed, not for wherever somebody clicks; they go with Escape. */
  const [suggesting, setSuggesting] = useState(false);
  const [chosen, choose] = useState(0);
  const area = useRef<HTMLTextAreaElement | null>(null);
  const listId = useId();
  const { checked, definition } = useEditor();
  const typing = useTyping();

  // Undo, or the other side of a merge, may have changed it: what was typed here is older then.
  const own = toStored(typed, names);
  const mine = own.expression === expression;
  const text = mine ? typed : toShown(expression, names);

  const write = (next: string) => {
    type(next);
    onChange(toStored(next, names).expression);
  };
  const moveTo = (at: number) => {
    setCursor({ start: at, end: at });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };
  const replace = (start: number, end: number, piece: string, back: number) => {
    write(text.slice(0, start) + piece + text.slice(end));
    moveTo(start + piece.length - back);
    setSuggesting(false);
    // As if it had been typed.
    requestAnimationFrame(() => area.current?.dispatchEvent(new InputEvent('input', { bubbles: true })));
  };
  const insert = (wanted: Piece, back = 0) => {
    const { start, end } = cursor;
    const piece = typeof wanted === 'string' ? wanted : wanted(/[(,]\s*$/.test(text.slice(0, start)));
    replace(start, end, piece, back);
  };

  const completion = suggesting
    ? completionAt(text, cursor.end, offered, language, words('formula.field'))
    : null;
  const suggestions = completion?.suggestions ?? [];
  const at = Math.min(chosen, Math.max(suggestions.length - 1, 0));
  const take = (suggestion: Suggestion | undefined) => {
    if (completion && suggestion) replace(completion.start, completion.end, suggestion.text, suggestion.back);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (suggestions.length === 0 || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) choose((at + step + suggestions.length) % suggestions.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(suggestions[at]);
    else if (event.key === 'Escape') setSuggesting(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const empty = text.trim() === '';
  const [unknown] = mine ? own.unknown : [];
  const wrong = typing
    ? undefined
    : unknown === undefined
      ? fault
      : words('formula.unknown', { name: unknown });
  const position = wrong === undefined || empty ? 0 : faultPosition(expression, definition, place, names);
  const verdict = empty
    ? 'empty'
    : unfinished || unknown !== undefined
      ? 'unfinished'
      : checked
        ? 'right'
        : 'checking';
  const expanded = suggestions.length > 0;
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
            aria-autocomplete="list"
            aria-controls={expanded ? listId : undefined}
            aria-activedescendant={expanded ? `${listId}-${at}` : undefined}
            onFocus={({ target }) => (area.current = target)}
            onBlur={() => setSuggesting(false)}
            onKeyDown={onKeyDown}
            onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) =>
              setCursor({ start, end })
            }
            onChange={({ target }) => {
              setCursor({ start: target.selectionStart, end: target.selectionEnd });
              setSuggesting(true);
              choose(0);
              write(target.value);
            }}
          />
        )}
      </Setting>
      {expanded && <Suggestions id={listId} suggestions={suggestions} chosen={at} onTake={take} />}
      {position > 0 && (
        <button type="button" className={styles.goTo} onClick={() => moveTo(unitsOf(text, position - 1))}>
          {words('formula.goTo', { position })}
        </button>
      )}
      <SignatureHint call={callAt(text, cursor.end)} language={language} />
      {!empty && <TrialResult expression={expression} place={place} names={offered} />}
      <FunctionList names={offered} language={language} onInsert={insert} />
    </>
  );
}

/** Characters as people count them, as the units that a text area counts. */
const unitsOf = (text: string, characters: number): number =>
  Array.from(text).slice(0, characters).join('').length;

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

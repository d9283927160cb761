/** One filling-in of a form: what was typed, what follows from it, and what is wrong with it. */
import { useCallback, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { MOST_YEARS, useCalendarYears } from '@/entities/calendar/use-calendar-years';
import { type Complaint } from '@/entities/field/cell';
import { isUnparsed, type Cell, type Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import type { Doubt } from '@/entities/field/parse/reading';
import { columnsOf, hasRows } from '@/entities/field/registry';
import type { FieldFault } from '@/lib/api/problem';
import { dayIn } from '@/lib/format/zone';
import { useMe } from '@/lib/session/me';

import { cellPath } from './cell-path';
import { reducer, type Change } from './changes';
import { checkAll, checkCell, checkRow, isAsBefore, type Complaints } from './check';
import { compute, type Computed } from './compute';
import { evaluationOrder } from './evaluation-order';
import { placeFaults } from './faults';
import { focusOn, inputsAt } from './focus';
import { type Row, type Typed } from './input-state';
import { withKept } from './kept';
import { pasteRows, type PasteContext, type Pasted, type Place } from './paste/paste-rows';
import type { Pulled } from './pulled/places';
import { usePulled, type Pulling } from './pulled/use-pulled';
import { NO_RULES, sendable, type Rule } from './rules';
import { omit, stillTrue } from './said';
import { toPayload, type Values } from './to-payload';
import { useRules } from './use-rules';

export type Messages = Record<string, string>;

export interface Entry {
  fields: Field[];
  typed: Typed;
  /** What the inputs show: as typed, but for what rules fill in and put back. */
  shown: Typed;
  /** Paths of what rules keep people from changing: `note`, `lines.price`. */
  locked: readonly string[];
  computed: Computed;
  /** What linked records bring along. */
  pulled: Pulled;
  /** '' until the server has given one. */
  serial: string;
  /** A stored record is being changed. */
  stored?: boolean;
  /** Which one; '' for a new one. */
  recordId: string;
  messages: Messages;
  /** What was understood, but might be meant otherwise; by the path of the input. */
  doubts: Record<string, Doubt>;
  change: (change: Change) => void;
  /** One value that was pasted into an input, with what there is to look at. */
  doubt: (path: string, doubt: Doubt) => void;
  /** Somebody has looked. */
  settle: (paths: string[]) => void;
  /** Rows of a spreadsheet into detail lines, from a cell on. */
  paste: (
    lines: Field,
    at: Place,
    copied: string[][],
    context: Omit<PasteContext, keyof Circumstances>,
  ) => Pasted;
  /** Somebody left an input: what can be told now is told. `row` is [lines, row key] of a cell. */
  left: (field: Field, cell: Cell | undefined, row?: [string, string]) => void;
  /**
   * Nothing is missing. Otherwise the messages are shown, and the first input gets the focus. Values that are as they
   * were stored are tolerated, unless the record is to be submitted.
   */
  check: (submits?: boolean) => boolean;
  complete: boolean;
  /** Shows the server's faults, and returns those that belong to no input. */
  place: (faults: FieldFault[]) => string[];
  values: Values;
}

export function useCircumstances(): Circumstances {
  const { id, company } = useMe();
  const [today] = useState(() => dayIn(Date.now(), company.zone));
  return useMemo(() => ({ memberId: id, zone: company.zone, today }), [id, company.zone, today]);
}

interface StoredRecord {
  serial: string;
  /** As its inputs show it before anything is changed. */
  typed: Typed;
  values: Values;
}

/** `stored` is the record that is being changed; without `pulling` the form is only tried. */
export function useEntry(
  fields: Field[],
  start: Typed,
  here: Circumstances,
  pulling?: Pulling,
  stored?: StoredRecord,
  rules: readonly Rule[] = NO_RULES,
): Entry {
  const { t } = useTranslation('entry');
  const reduce = useMemo(() => reducer(here), [here]);
  const [typed, dispatch] = useReducer(reduce, start);
  const [told, setMessages] = useState<Messages>({});
  const [doubts, setDoubts] = useState<Entry['doubts']>({});
  const plan = useMemo(() => evaluationOrder(fields), [fields]);
  const { pulled } = usePulled(fields, typed, here, pulling, stored);
  const storedValues = stored?.values;
  const [years, setYears] = useState<readonly number[]>([]);
  const calendar = useCalendarYears(years);
  const ruled = useRules(fields, rules, typed, here, calendar, stored);
  const computed = useMemo(
    () =>
      compute(fields, plan, ruled.typed, here.today, withKept(fields, pulled, storedValues, here), calendar),
    [fields, plan, ruled, here, pulled, storedValues, calendar],
  );
  const more = [...ruled.missingYears, ...computed.missingYears].filter((year) => !years.includes(year));
  if (more.length > 0 && years.length < MOST_YEARS) setYears([...years, ...more].slice(0, MOST_YEARS));
  const values = useMemo(
    () => toPayload(fields, sendable(typed, ruled), here.zone),
    [fields, typed, ruled, here],
  );
  const complaints = useMemo(() => checkAll(ruled.fields, ruled.typed), [ruled]);
  const held = stored?.typed;

  const latest = useRef(typed);
  useLayoutEffect(() => {
    latest.current = typed;
  }, [typed]);

  const change = useCallback((made: Change) => {
    setMessages((before) => stillTrue(before, made));
    setDoubts((before) => stillTrue(before, made));
    dispatch(made);
  }, []);
  const say = useCallback(
    (complaint: Complaint): string => t(`check.${complaint.code}`, { limit: complaint.limit }),
    [t],
  );
  // What is not understood says why for as long as it stands there, after a reload as well.
  const messages = useMemo(
    () => ({ ...worded(unparsed(ruled.fields, ruled.typed, complaints), say), ...ruled.messages, ...told }),
    [ruled, complaints, say, told],
  );
  const doubt = useCallback(
    (path: string, found: Doubt) => setDoubts((before) => ({ ...before, [path]: found })),
    [],
  );
  const settle = useCallback((paths: string[]) => setDoubts((before) => omit(before, paths)), []);
  const paste = useCallback<Entry['paste']>(
    (lines, at, copied, context) => {
      const before = (latest.current[lines.id] ?? []) as Row[];
      const pasted = pasteRows(lines, before, at, copied, { ...here, ...context });
      const rows = pasted.rows.filter(({ key }) => pasted.touched.includes(key));
      const old = rows.flatMap(({ key }) => columnsOf(lines).map(({ id }) => cellPath(lines.id, key, id)));
      const found = Object.fromEntries(
        rows.flatMap((row) => Object.entries(checkRow(lines, row, held !== undefined))),
      );
      dispatch({ kind: 'rows', lines: lines.id, rows: pasted.rows });
      setMessages((all) => ({ ...omit(all, [lines.id, ...old]), ...worded(found, say) }));
      setDoubts((all) => ({ ...omit(all, old), ...pasted.doubts }));
      return pasted;
    },
    [here, say, held],
  );
  const left = useCallback<Entry['left']>(
    (field, cell, row) => {
      if (row === undefined && isAsBefore(cell, held?.[field.id] as Cell | undefined)) return;
      const complaint = checkCell(field, cell);
      // Who passes through a field has not said yet that he leaves it blank.
      if (!complaint || complaint.code === 'required') return;
      const path = row ? cellPath(...row, field.id) : field.id;
      setMessages((before) => ({ ...before, [path]: say(complaint) }));
    },
    [say, held],
  );
  const check = (submits = true) => {
    const found = worded(submits || !held ? complaints : checkAll(ruled.fields, ruled.typed, held), say);
    setMessages(found);
    focusFirst(Object.keys(found));
    return Object.keys(found).length === 0;
  };
  const place = (faults: FieldFault[]) => {
    const placed = placeFaults(ruled.fields, typed, faults);
    setMessages(placed.messages);
    focusFirst(Object.keys(placed.messages));
    return placed.rest;
  };
  const locked = useMemo(() => [...ruled.readonly, ...ruled.filled], [ruled]);
  const complete = Object.keys(complaints).length === 0;
  return {
    fields: ruled.fields,
    typed,
    shown: ruled.typed,
    locked,
    computed,
    pulled,
    serial: stored?.serial ?? '',
    stored: stored !== undefined,
    recordId: pulling?.recordId ?? '',
    messages,
    doubts,
    change,
    doubt,
    settle,
    paste,
    left,
    check,
    complete,
    place,
    values,
  };
}

function worded(complaints: Complaints, say: (complaint: Complaint) => string): Messages {
  return Object.fromEntries(Object.entries(complaints).map(([path, each]) => [path, say(each)]));
}

function unparsed(fields: Field[], typed: Typed, complaints: Complaints): Complaints {
  const paths = fields.flatMap(({ id, ...field }) =>
    hasRows(field)
      ? ((typed[id] ?? []) as Row[]).flatMap(({ key, cells }) =>
          Object.keys(cells)
            .filter((column) => isUnparsed(cells[column]))
            .map((column) => cellPath(id, key, column)),
        )
      : isUnparsed(typed[id])
        ? [id]
        : [],
  );
  return Object.fromEntries(paths.flatMap((path) => (complaints[path] ? [[path, complaints[path]]] : [])));
}

function focusFirst(paths: string[]): void {
  focusOn(inputsAt(paths)[0]);
}

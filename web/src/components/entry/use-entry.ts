/** One filling-in of a form: what was typed, what follows from it, and what is wrong with it. */
import { useCallback, useMemo, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FieldFault } from '@/lib/api/problem';
import { dayIn } from '@/lib/format/zone';
import type { Field } from '@/lib/forms/definition';
import { useMe } from '@/lib/session/me';

import { cellPath, checkAll, checkCell, isAsBefore, type Complaint } from './check';
import { compute, type Computed } from './compute';
import { placeFaults } from './faults';
import { planOf } from './plan';
import { sentOf, type Values } from './sent';
import { reducer, type Change } from './state';
import type { Cell, Circumstances, Typed } from './typed';

export type Messages = Record<string, string>;

export interface Entry {
  fields: Field[];
  typed: Typed;
  computed: Computed;
  /** '' until the server has given one. */
  serial: string;
  messages: Messages;
  change: (change: Change) => void;
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

export const inputId = (path: string) => `entry-${path.replaceAll('/', '-')}`;

interface StoredRecord {
  serial: string;
  /** As its inputs show it before anything is changed. */
  typed: Typed;
}

/** `stored` is the record that is being changed. */
export function useEntry(fields: Field[], start: Typed, here: Circumstances, stored?: StoredRecord): Entry {
  const { t } = useTranslation('entry');
  const reduce = useMemo(() => reducer(here), [here]);
  const [typed, dispatch] = useReducer(reduce, start);
  const [messages, setMessages] = useState<Messages>({});
  const plan = useMemo(() => planOf(fields), [fields]);
  const computed = useMemo(() => compute(fields, plan, typed, here.today), [fields, plan, typed, here]);
  const values = useMemo(() => sentOf(fields, typed, here.zone), [fields, typed, here]);
  const complaints = useMemo(() => checkAll(fields, typed), [fields, typed]);
  const held = stored?.typed;

  const change = useCallback((made: Change) => {
    const path = pathOf(made);
    if (path !== null) setMessages((before) => without(before, path));
    dispatch(made);
  }, []);
  const say = useCallback(
    (complaint: Complaint) => t(`check.${complaint.code}`, { limit: complaint.limit }),
    [t],
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
    const told = submits || !held ? complaints : checkAll(fields, typed, held);
    const found = Object.fromEntries(Object.entries(told).map(([path, each]) => [path, say(each)]));
    setMessages(found);
    focusFirst(Object.keys(found));
    return Object.keys(found).length === 0;
  };
  const place = (faults: FieldFault[]) => {
    const placed = placeFaults(fields, typed, faults);
    setMessages(placed.messages);
    focusFirst(Object.keys(placed.messages));
    return placed.rest;
  };
  const complete = Object.keys(complaints).length === 0;
  const serial = stored?.serial ?? '';
  return { fields, typed, computed, serial, messages, change, left, check, complete, place, values };
}

function pathOf(change: Change): string | null {
  if (change.kind === 'cell') return change.id;
  if (change.kind === 'rowCell') return cellPath(change.lines, change.rowKey, change.id);
  if (change.kind === 'restart') return null;
  return typeof change.lines === 'string' ? change.lines : change.lines.id;
}

function without(messages: Messages, path: string): Messages {
  if (!(path in messages)) return messages;
  return Object.fromEntries(Object.entries(messages).filter(([each]) => each !== path));
}

/** The first in the order of the page, which is not the order in which faults are found. */
function focusFirst(paths: string[]): void {
  const inputs = paths
    .map((path) => document.getElementById(inputId(path)))
    .filter((found) => found !== null);
  inputs.sort((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  inputs[0]?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  inputs[0]?.focus({ preventScroll: true });
}

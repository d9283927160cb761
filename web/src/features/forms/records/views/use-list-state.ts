/** What a list of records shows now: its saved view, what the address changes of it, and the question that follows. */
import { useCallback, useMemo, useState } from 'react';

import { listOperands } from '@/entities/condition/fields';
import type { Condition, Operand } from '@/entities/condition/types';
import { useLabelLanguage } from '@/entities/field/label';
import type { Form } from '@/entities/form/api';
import { definitionOf, type Definition } from '@/entities/form/definition';
import { useUrlState } from '@/lib/routing/url-state';
import { useMe } from '@/lib/session/me';

import type { Asked } from '../api';
import { readFilter, readSort, writeFilter } from '../list-query';
import { useFilterFields } from '../use-filter-fields';

import { useViews, type View } from './api';
import {
  ADDRESS,
  addressFor,
  changedParts,
  effective,
  layoutOf,
  PARTS,
  readShow,
  type Arrangement,
  type Layout,
  type Part,
} from './layout';
import { readRemembered, remember } from './remembered';

export interface ListState {
  form: Form;
  definition: Definition;
  operands: Operand[];
  views: View[];
  /** null: the form's own list. */
  view: View | null;
  /** The address names a view that is not there, or not for this person. */
  gone: boolean;
  /** Views are still on their way. */
  waits: boolean;
  layout: Layout;
  shown: Arrangement;
  changed: Part[];
  condition: Condition | null;
  asked: Asked;
  set: (part: Part, next: string) => void;
  setCondition: (next: Condition | null) => void;
  search: (text: string) => void;
  /** '' is the form's own list. */
  choose: (viewId: string) => void;
  /** As it was saved. */
  revert: () => void;
}

const NO_VIEWS: View[] = [];
const AS_SAVED = Object.fromEntries(PARTS.map((part) => [part, ''])) as Layout;

export function useListState(form: Form): ListState {
  const language = useLabelLanguage();
  const { id: memberId, company } = useMe();
  const definition = useMemo(() => definitionOf(form.definition, form), [form]);
  const fields = useFilterFields(definition);
  const operands = useMemo(() => listOperands(fields, language), [fields, language]);
  const found = useViews(form.id);
  const views = found.data ?? NO_VIEWS;
  const [address, change] = useUrlState(ADDRESS);
  const [remembered, setRemembered] = useState(() => readRemembered(memberId, form.id));
  const view = views.find(({ id }) => id === address.view) ?? null;
  const saved = useMemo(() => layoutOf(view, remembered), [view, remembered]);
  const told = useMemo(() => effective(address, saved), [address, saved]);
  const condition = useMemo(
    () => readFilter(told.filter, fields, operands, company.zone),
    [told.filter, fields, operands, company.zone],
  );
  const sort = readSort(told.sort, definition);
  const filter = writeFilter(condition);
  const layout = { ...told, filter, sort };
  const set = useCallback(
    (part: Part, next: string) => {
      if (part === 'columns' && view === null) {
        remember(memberId, form.id, next);
        setRemembered(next);
        change({ columns: '' });
      } else change({ [part]: addressFor(part, next, saved) });
    },
    [view, memberId, form.id, change, saved],
  );
  return {
    form,
    definition,
    operands,
    views,
    view,
    gone: address.view !== '' && found.isSuccess && view === null,
    waits: address.view !== '' && found.isPending,
    layout,
    shown: readShow(layout.show),
    changed: changedParts(layout, saved),
    condition,
    asked: { sort, filter, q: address.q },
    set,
    setCondition: (next) => set('filter', writeFilter(next)),
    search: (q) => change({ q }),
    choose: (viewId) => change({ ...AS_SAVED, view: viewId }),
    revert: () => change(AS_SAVED),
  };
}

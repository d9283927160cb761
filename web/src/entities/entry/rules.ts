/**
 * What the rules of a form make of what was typed, as the server decides it again on saving: which fields are shown,
 * required and read-only, what they hold, and which messages refuse saving. A condition that cannot be computed does not
 * hold; a rule of which the page cannot tell whether it holds is left to the server.
 */
import type { Language } from '@/config/languages';
import { conditionField } from '@/entities/condition/fields';
import { holds, type Around, type Asked } from '@/entities/condition/holds';
import { isBlankCell, isUnparsed, type Cell, type Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { isNumber } from '@/entities/field/numbers';
import { columnsOf, hasRows, typeOf } from '@/entities/field/registry';
import { dayIn } from '@/lib/format/zone';
import type { CalendarYear } from '@/lib/formula';

import { compute, type Result } from './compute';
import { cellOf, startingCell, type Row, type Typed } from './input-state';
import { withKept } from './kept';
import { NOTHING_PULLED, type Held } from './pulled/places';
import { isFormula, type Planned, type PlannedAction, type Rule, type RulePlan } from './rule-plan';
import { cellToPayload, filledRows } from './to-payload';

export type { Rule, RuleAction } from './rule-plan';

export const NO_RULES: readonly Rule[] = [];

/** Of paths: `note`, `lines.price`. */
export interface Effects {
  hidden: string[];
  required: string[];
  /** Kept as they are. */
  readonly: string[];
  /** Filled in by a rule. */
  filled: string[];
}

export interface Ruled extends Effects {
  /** What the fields hold: with what rules fill in and put back, without what is emptied. */
  typed: Typed;
  /** Messages that refuse saving, by the field that they stand at. */
  messages: Record<string, string>;
  missingYears: readonly number[];
}

export interface Circumstance {
  here: Circumstances;
  language: Language;
  years?: readonly CalendarYear[];
  /** The ids that "my" means; undefined while they are not known. */
  actorIds?: Around['actorIds'];
  /** The record that is being changed. */
  stored?: Held | undefined;
}

export const NO_EFFECTS = { hidden: [], required: [], readonly: [], filled: [] };

export function followRules(fields: Field[], plan: RulePlan, typed: Typed, about: Circumstance): Ruled {
  if (plan.rules.length === 0) return { ...NO_EFFECTS, typed, messages: {}, missingYears: [] };
  return new Following(fields, plan, typed, about).run();
}

class Following {
  private readonly hidden = new Map<string, string>();
  private readonly required = new Set<string>();
  private readonly readonly = new Set<string>();
  private readonly filled = new Set<string>();
  private readonly messages: Record<string, string> = {};
  private readonly missing = new Set<number>();
  private results: Record<string, Result> | null = null;
  private typed: Typed;

  constructor(
    private readonly fields: Field[],
    private readonly plan: RulePlan,
    start: Typed,
    private readonly about: Circumstance,
  ) {
    this.typed = { ...start };
  }

  run(): Ruled {
    const held = this.plan.rules.map((rule) => ({ rule, at: rule.condition && this.asked(rule) }));
    for (const { rule, at } of held) {
      if (rule.condition && at === null) continue;
      for (const { action } of [...rule.then, ...rule.otherwise])
        if (action.act === 'show')
          action.fields.forEach((path) => this.hidden.set(path, action.when_hidden ?? 'keep'));
    }
    for (const { rule } of held) {
      const answer = rule.condition ? this.asked(rule) : this.resultOf(rule.id) === true;
      if (answer === null) continue;
      for (const action of answer ? rule.then : rule.otherwise) this.act(action);
    }
    for (const [path, whenHidden] of this.hidden)
      if (whenHidden !== 'keep') this.replace(path, whenHidden === 'default');
    const free = (path: string) =>
      [path, path.split('.')[0] ?? ''].some((each) => this.hidden.has(each) || this.readonly.has(each));
    return {
      hidden: [...this.hidden.keys()].sort(),
      required: [...this.required].filter((path) => !free(path)).sort(),
      readonly: [...this.readonly].sort(),
      filled: [...this.filled].sort(),
      typed: this.typed,
      messages: this.messages,
      missingYears: [...this.missing],
    };
  }

  private asked({ condition }: Planned): boolean | null {
    const { here, actorIds = () => undefined } = this.about;
    const { today, memberId, zone } = here;
    const around = { today, memberId, actorIds, dayOf: (moment: string) => dayIn(Date.parse(moment), zone) };
    return condition && holds(condition, (id) => this.read(id), around);
  }

  private read(id: string): Asked | undefined {
    const field = this.fields.find((each) => each.id === id);
    if (!field) return undefined;
    const { kind } = conditionField(field, this.about.language);
    return { kind, value: this.valueOf(field) };
  }

  /** As it would be sent; undefined: a blank, or what the field cannot hold. */
  private valueOf(field: Field): unknown {
    const { kept, figure } = typeOf(field);
    const { stored, here } = this.about;
    if (kept) return stored ? stored.values[field.id] : kept(field);
    const cell = this.typed[field.id];
    if (hasRows(field)) return filledRows(field, cell as Row[] | undefined).length > 0 ? true : undefined;
    if (cell === undefined || isUnparsed(cell) || isBlankCell(cell)) return undefined;
    if (figure && (typeof cell !== 'string' || !isNumber(cell))) return undefined;
    return cellToPayload(field, cell as Cell, here.zone);
  }

  private resultOf(id: string): Result {
    if (this.results === null) {
      const { here, stored, years } = this.about;
      const kept = withKept(this.fields, NOTHING_PULLED, stored?.values, here);
      const found = compute(this.fields, this.plan.steps, this.typed, here.today, kept, years);
      this.results = found.fields;
      found.missingYears.forEach((year) => this.missing.add(year));
    }
    return this.results[id];
  }

  private act({ action, formulas }: PlannedAction): void {
    for (const path of action.fields) {
      const field = this.fields.find((each) => each.id === path);
      if (action.act === 'show') this.hidden.delete(path);
      if (action.act === 'hide') this.hidden.set(path, action.when_hidden ?? 'keep');
      if (action.act === 'require') this.required.add(path);
      if (action.act === 'message') this.messages[path] ??= labelText(action.text, this.about.language);
      if (action.act === 'readonly') {
        this.readonly.add(path);
        this.putBack(path);
      }
      if (action.act === 'set' && field) {
        this.filled.add(path);
        this.put(
          path,
          isFormula(action.value) ? this.computed(field, formulas[path]) : this.given(field, action.value),
        );
      }
    }
  }

  private computed(field: Field, id: string | undefined): Cell | undefined {
    const result = id === undefined ? undefined : this.resultOf(id);
    return result === undefined || result === '' ? undefined : cellOf(field, result, this.about.here);
  }

  private given(field: Field, value: unknown): Cell | undefined {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
      return undefined;
    return startingCell({ ...field, default: value }, this.about.here);
  }

  private put(id: string, cell: Typed[string]): void {
    this.typed[id] = cell;
    this.results = null;
  }

  private putBack(path: string): void {
    const [id = '', column] = path.split('.');
    const field = this.fields.find((each) => each.id === id);
    const { stored, here } = this.about;
    if (!field) return;
    if (column !== undefined)
      this.putColumn(field, column, (row, starting) => (row.held ? row.held.cells[column] : starting));
    else this.put(id, stored ? stored.typed[id] : startingCell(field, here));
  }

  private replace(path: string, toDefault: boolean): void {
    const [id = '', column] = path.split('.');
    const field = this.fields.find((each) => each.id === id);
    if (!field) return;
    if (column !== undefined)
      this.putColumn(field, column, (_, starting) => (toDefault ? starting : undefined));
    else this.put(id, toDefault ? startingCell(field, this.about.here) : undefined);
  }

  /** Rows that hold it already stay the same objects, so that they are not drawn anew. */
  private putColumn(
    lines: Field,
    id: string,
    cellFor: (row: Row, starting: Cell | undefined) => Cell | undefined,
  ): void {
    const column = columnsOf(lines).find((each) => each.id === id);
    const rows = this.typed[lines.id] as Row[] | undefined;
    if (!column || !rows) return;
    const starting = startingCell(column, this.about.here);
    const changed = rows.map((row) => {
      const cell = cellFor(row, starting);
      const same = JSON.stringify(row.cells[id]) === JSON.stringify(cell);
      return same ? row : { ...row, cells: { ...row.cells, [id]: cell } };
    });
    if (changed.some((row, index) => row !== rows[index])) this.put(lines.id, changed);
  }
}

/** The fields that are shown, as they are to be filled in: what may not be changed is not asked for. */
export function fieldsUnder(fields: Field[], { hidden, required, readonly }: Effects): Field[] {
  if (hidden.length + required.length + readonly.length === 0) return fields;
  const shown = (field: Field, path: string): Field[] => {
    if (hidden.includes(path)) return [];
    if (readonly.includes(path)) return [field.required ? { ...field, required: false } : field];
    return [required.includes(path) && !field.required ? { ...field, required: true } : field];
  };
  return fields.flatMap((field) =>
    shown(field, field.id).map((each) => {
      const columns = columnsOf(each);
      const left = columns.flatMap((column) => shown(column, `${field.id}.${column.id}`));
      const same = left.length === columns.length && left.every((column, index) => column === columns[index]);
      return same ? each : { ...each, options: { ...each.options, columns: left } };
    }),
  );
}

/** What is sent: a value that stands in a hidden field and says nothing that it could hold is none. */
export function sendable(typed: Typed, { hidden }: Effects): Typed {
  const wrong = hidden.filter((path) => isUnparsed(typed[path]));
  return wrong.length === 0
    ? typed
    : { ...typed, ...Object.fromEntries(wrong.map((path) => [path, undefined])) };
}

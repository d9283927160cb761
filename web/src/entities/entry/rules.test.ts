import { describe, expect, it } from 'vitest';

import { holds } from '@/entities/condition/holds';
import type { Condition } from '@/entities/condition/types';
import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';

import cases from '../../../../tests/contracts/rule_cases.json';

import { fromStored, type Typed } from './input-state';
import { planRules } from './rule-plan';
import { fieldsUnder, followRules, sendable, type Rule } from './rules';
import { toPayload, type Values } from './to-payload';

const here: Circumstances = { zone: 'Asia/Shanghai', today: cases.today, memberId: cases.member };
const all = cases.fields as unknown as Field[];
const actorIds = (name: string) => (cases.departments as Record<string, string[]>)[name];

function follow(fields: Field[], rules: Rule[], typed: Typed, stored?: Values) {
  const held = stored && { typed: fromStored(fields, stored, here), values: stored };
  return followRules(fields, planRules(fields, rules), typed, {
    here,
    language: 'en',
    actorIds,
    stored: held,
  });
}

describe('the cases that the server answers alike', () => {
  it.each(cases.conditions.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const hide: Rule = { id: 'r', when: each.when, then: [{ act: 'hide', fields: ['total'] }] } as never;
    const found = follow(all, [hide], fromStored(all, each.values, here));
    expect(found.hidden).toEqual(each.holds ? ['total'] : []);
  });

  it.each(cases.effects.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const stored = 'stored' in each ? (each.stored as Values) : undefined;
    // Inputs of a stored record are its rows with what was typed over them.
    const typed = fromStored(all, each.values, here);
    const { expected } = each as { expected: Partial<ReturnType<typeof follow>> & { values: Values } };
    const found = follow(all, each.rules as unknown as Rule[], typed, stored);
    const { hidden = [], required = [], readonly = [], messages = {}, values } = expected;
    expect({
      hidden: found.hidden,
      required: found.required,
      readonly: found.readonly,
      messages: found.messages,
    }).toEqual({ hidden, required, readonly, messages });
    const sent = toPayload(all, found.typed, here.zone);
    // A row in which nothing is left is not sent, and a blank says so where there is a default.
    const rows = (values.lines as Values[] | undefined)?.filter((row) => Object.keys(row).length > 0);
    expect(sent).toEqual({ code: null, ...values, ...(rows ? { lines: rows } : {}) });
  });
});

const fields: Field[] = [
  { id: 'amount', type: 'number', name: 'Amount' },
  { id: 'reason', type: 'text', name: 'Reason' },
  {
    id: 'lines',
    type: 'lines',
    name: 'Lines',
    options: { columns: [{ id: 'item', type: 'text', name: 'Item' }] },
  },
];
const over: Rule['when'] = { formula: 'amount > 1000' };

describe('rules while somebody fills in', () => {
  const ids = (rules: Rule[], typed: Typed) =>
    fieldsUnder(fields, follow(fields, rules, typed)).map(({ id }) => id);

  it('shows a field only while its rule holds', () => {
    const rules: Rule[] = [{ id: 'r', when: over, then: [{ act: 'show', fields: ['reason'] }] }];
    expect(ids(rules, { amount: '1001' })).toEqual(['amount', 'reason', 'lines']);
    expect(ids(rules, { amount: '1000' })).toEqual(['amount', 'lines']);
    expect(ids(rules, { amount: '' })).toEqual(['amount', 'lines']);
  });

  it('leaves a rule that reads what is not in the form to the server', () => {
    const then = [{ act: 'show', fields: ['reason'] }] as Rule['then'];
    const rules: Rule[] = [
      { id: 'a', when: { field: 'secret', op: 'eq', value: 'x' }, then },
      { id: 'b', when: { formula: 'secret > 1' }, then: [], else: [{ act: 'hide', fields: ['amount'] }] },
    ];
    expect(ids(rules, {})).toEqual(['amount', 'reason', 'lines']);
  });

  it('does not decide by a department before it knows which is mine', () => {
    const asked: Condition = { field: 'where', op: 'eq', value: { my: 'department' } };
    const around = { ...here, actorIds: () => undefined, dayOf: String };
    expect(holds(asked, () => ({ kind: 'department', value: 'd' }), around)).toBeNull();
  });

  it('requires, hides and leaves the columns of lines, which are the same objects while nothing changes', () => {
    const act = (name: string): Rule =>
      ({ id: 'r', when: over, then: [{ act: name, fields: ['lines.item'] }] }) as Rule;
    const lines = (name: string, amount: string) =>
      fieldsUnder(fields, follow(fields, [act(name)], { amount }))[2]?.options?.columns;
    expect(lines('require', '2000')?.[0]).toMatchObject({ id: 'item', required: true });
    expect(lines('hide', '2000')).toEqual([]);
    expect(fieldsUnder(fields, follow(fields, [act('hide')], { amount: '1' }))).toBe(fields);
  });

  it('does not send what is misunderstood in a field that is hidden', () => {
    const hide: Rule = { id: 'h', when: over, then: [{ act: 'hide', fields: ['reason'] }] };
    const typed: Typed = { amount: '2000', reason: { raw: '?', why: 'day', part: '?' } };
    expect(sendable(typed, follow(fields, [hide], typed)).reason).toBeUndefined();
    expect(
      sendable({ ...typed, amount: '1' }, follow(fields, [hide], { ...typed, amount: '1' })).reason,
    ).toBe(typed.reason);
  });
});

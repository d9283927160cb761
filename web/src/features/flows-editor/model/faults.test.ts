/** Which findings are shown: those whose cause still stands, and none of what is being typed. */
import { describe, expect, it } from 'vitest';

import { insertStep, removeStep, replaceArm, replaceStep } from './changes';
import { beside, findingsOf, standing } from './faults';
import type { Approve, Arm, Branch, Definition } from './types';

const approve = (id: string): Approve => ({ type: 'approve', id, name: id, mode: 'any', approvers: [] });
const arm = (id: string, value: string): Arm => ({
  id,
  name: id,
  condition: { any: [{ all: [{ field: 'total', op: 'gt', value }] }] },
  steps: [],
});
const branch: Branch = {
  type: 'branch',
  id: 'b',
  name: 'b',
  branches: [arm('x', ''), arm('y', '1')],
  default: { steps: [] },
};
const about: Definition = { form_id: 'f', name: 'Flow', summary: ['gone'], steps: [approve('one'), branch] };
const findings = findingsOf(
  about,
  [
    { path: '/steps/0/approvers', message: 'nobody' },
    { path: '/steps/1/branches/0/condition/any/0/all/0/value', message: 'value' },
    { path: '/steps/1/branches/1/condition', message: 'covered' },
    { path: '/summary/0', message: 'summary' },
  ],
  [],
);
const shown = (now: Definition) => standing(findings, about, now).map(({ message }) => message);

describe('a finding', () => {
  it('stands as long as nothing was changed', () => {
    expect(shown(about)).toEqual(['nobody', 'value', 'covered', 'summary']);
  });

  it('goes at once when its step is changed', () => {
    expect(shown(replaceStep(about, 'one', { ...approve('one'), approvers: [{ type: 'manager' }] }))).toEqual(
      ['value', 'covered', 'summary'],
    );
  });

  it('of a condition goes when one beside it is changed, too', () => {
    expect(shown(replaceArm(about, { branch: 'b', arm: 'x' }, arm('x', '5')))).toEqual(['nobody', 'summary']);
  });

  it('about steps goes when the order is another', () => {
    expect(shown(insertStep(about, null, 0, approve('two')))).toEqual(['summary']);
    expect(shown(removeStep(about, 'one'))).toEqual(['summary']);
  });

  it('about the flow goes when that part is changed', () => {
    expect(shown({ ...about, summary: [] })).not.toContain('summary');
  });

  it('waits while somebody types at its spot', () => {
    expect(beside(findings, { branch: 'b', arm: 'x' }).map(({ message }) => message)).toEqual([
      'nobody',
      'covered',
      'summary',
    ]);
  });
});

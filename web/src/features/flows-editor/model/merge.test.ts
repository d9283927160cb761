import { describe, expect, it } from 'vitest';

import { removeArm, removeStep, moveStep, insertStep, replaceArm, replaceStep } from './changes';
import { merge } from './merge';
import { findArm, findStep, stepsIn } from './tree';
import type { Arm, Branch, Definition, Step } from './types';

const approve = (id: string, name = id): Step => ({ type: 'approve', id, name, mode: 'any', approvers: [] });
const arm = (id: string, ...steps: Step[]): Arm => ({ id, name: id, condition: { any: [] }, steps });
const branch: Branch = {
  type: 'branch',
  id: 'B',
  name: 'B',
  branches: [arm('x', approve('b'), approve('c')), arm('y')],
  default: { steps: [approve('d')] },
};
const base: Definition = { form_id: 'f', name: 'Flow', steps: [approve('a'), branch, approve('e')] };
const x = { branch: 'B', arm: 'x' };
const y = { branch: 'B', arm: 'y' };
const ids = (steps: Step[]) => steps.map(({ id }) => id).join('');
const renamed = (definition: Definition, id: string, name: string) => {
  const step = findStep(definition, id)?.step;
  return step ? replaceStep(definition, id, { ...step, name }) : definition;
};

describe('merging two drafts of a flow', () => {
  it('keeps what each side did where the other did nothing, also inside arms', () => {
    const mine = insertStep(renamed(base, 'b', 'mine'), x, 2, approve('m'));
    const theirs = renamed(removeStep(base, 'd'), 'e', 'theirs');
    const { definition, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(ids(stepsIn(definition, x))).toBe('bcm');
    expect(findStep(definition, 'b')?.step.name).toBe('mine');
    expect(findStep(definition, 'e')?.step.name).toBe('theirs');
    expect(findStep(definition, 'd')).toBeUndefined();
  });

  it('leaves one alone that nobody touched', () => {
    expect(merge(base, base, base)).toEqual({ definition: base, clashes: [] });
  });

  it('follows a step that one side moved while the other changed it', () => {
    const { definition, clashes } = merge(base, moveStep(base, 'a', y, 0), renamed(base, 'a', 'theirs'));
    expect(clashes).toEqual([]);
    expect(ids(stepsIn(definition, y))).toBe('a');
    expect(findStep(definition, 'a')?.step.name).toBe('theirs');
  });

  it('asks whose a step is that both changed', () => {
    const mine = renamed(base, 'c', 'mine');
    const theirs = renamed(base, 'c', 'theirs');
    expect(merge(base, mine, theirs).clashes).toEqual([{ key: 'c', name: 'mine', theirName: 'theirs' }]);
    expect(findStep(merge(base, mine, theirs, { c: 'theirs' }).definition, 'c')?.step.name).toBe('theirs');
  });

  it('asks whether a branch stays that one side deleted and the other added to', () => {
    const mine = insertStep(base, y, 0, approve('m'));
    const theirs = removeStep(base, 'B');
    const { definition, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([{ key: 'B', name: 'B', gone: 'theirs' }]);
    expect(definition).toEqual(mine);
    expect(merge(base, mine, theirs, { B: 'theirs' }).definition).toEqual(theirs);
  });

  it('keeps a step out of a deleted arm for the one who moved it there', () => {
    const mine = moveStep(base, 'a', y, 0);
    const theirs = removeArm(base, y);
    const { definition, clashes } = merge(base, mine, theirs, { 'B/y': 'theirs' });
    expect(clashes).toMatchObject([{ key: 'B/y', gone: 'theirs' }]);
    expect(ids(definition.steps)).toBe('aBe');
  });

  it('deletes without asking what the other side left as it was', () => {
    const { definition, clashes } = merge(base, renamed(base, 'a', 'mine'), removeStep(base, 'B'));
    expect(clashes).toEqual([]);
    expect(ids(definition.steps)).toBe('ae');
  });

  it('loses no step when each side moved one into the other', () => {
    const twice: Definition = {
      ...base,
      steps: [branch, { ...branch, id: 'C', branches: [], default: { steps: [] } }],
    };
    const mine = moveStep(twice, 'B', { branch: 'C', arm: '' }, 0);
    const theirs = moveStep(twice, 'C', y, 0);
    const { definition } = merge(twice, mine, theirs);
    expect(findStep(definition, 'B')).toBeDefined();
    expect(findStep(definition, 'C')).toBeDefined();
  });

  it('merges conditions apart from what stands in their arms, and the settings of the flow apart from all of it', () => {
    const condition = { any: [{ all: [{ field: 'days', op: 'gt' as const, value: 3 }] }] };
    const mine = replaceArm({ ...base, summary: ['days'] }, x, {
      ...arm('x', approve('b'), approve('c')),
      condition,
    });
    const theirs = { ...insertStep(base, x, 0, approve('t')), withdraw: 'anytime' as const };
    const { definition, clashes } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(findArm(definition, x)?.condition).toEqual(condition);
    expect(ids(stepsIn(definition, x))).toBe('tbc');
    expect(definition).toMatchObject({ summary: ['days'], withdraw: 'anytime' });
  });

  it('leaves out a setting of the flow that one side took away', () => {
    const before = { ...base, summary: ['days'] };
    expect('summary' in merge(before, before, base).definition).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';

import { fits, insertArm, moveArm, moveStep, nudge, removeArm, removeStep } from './changes';
import { faultsBelow, findingsAt, findingsOf, unnamed } from './faults';
import { newArm } from './new-arm';
import { copyOfStep, newStep, type Words } from './new-step';
import { armsAround, findArm, findStep, isEnded, stepsIn, walk } from './tree';
import { hasArms } from './types';
import type { Arm, Branch, Definition, Step } from './types';

const approve = (id: string): Step => ({ type: 'approve', id, name: id, mode: 'any', approvers: [] });
const arm = (id: string, ...steps: Step[]): Arm => ({ id, name: id, condition: { any: [] }, steps });
const split = (id: string, branches: Arm[], ...usual: Step[]): Branch => ({
  type: 'branch',
  id,
  name: id,
  branches,
  default: { steps: usual },
});
const flow: Definition = {
  form_id: 'f',
  name: 'Flow',
  steps: [approve('a'), split('B', [arm('x', approve('b')), arm('y')], approve('d')), approve('e')],
};
const x = { branch: 'B', arm: 'x' };
const y = { branch: 'B', arm: 'y' };
const ids = (definition: Definition) => [...walk(definition.steps)].map(({ step }) => step.id).join('');
const words: Words = { step: (type) => type, arm: String, copy: (name) => `${name} 2` };

describe('moving steps', () => {
  it('goes down through a branch as the flow is read, and back up', () => {
    const inside = nudge(flow, 'a', 'down');
    expect(ids({ ...flow, steps: stepsIn(inside, x) })).toBe('ab');
    const below = nudge(inside, 'a', 'down');
    expect(ids({ ...flow, steps: stepsIn(below, x) })).toBe('ba');
    const out = nudge(below, 'a', 'down');
    expect(ids(out)).toBe('Bbdae');
    expect(nudge(nudge(nudge(out, 'a', 'up'), 'a', 'up'), 'a', 'up')).toEqual(flow);
  });

  it('goes to the arm beside it, the default arm being the last', () => {
    const right = nudge(flow, 'b', 'right');
    expect(stepsIn(right, y)).toEqual([approve('b')]);
    const last = nudge(right, 'b', 'right');
    expect(stepsIn(last, { branch: 'B', arm: '' })).toEqual([approve('d'), approve('b')]);
    expect(nudge(last, 'b', 'right')).toBe(last);
    expect(nudge(flow, 'b', 'left')).toBe(flow);
  });

  it('stays at the ends of the flow', () => {
    expect(nudge(flow, 'a', 'up')).toBe(flow);
    expect(nudge(flow, 'e', 'down')).toEqual(flow);
  });

  it('counts places with the step still where it was', () => {
    expect(ids(moveStep(flow, 'a', null, 3))).toBe('Bbdea');
    expect(moveStep(flow, 'a', null, 1)).toBe(flow);
  });

  it('puts no branch into itself, and nests no deeper than five', () => {
    expect(fits(flow, 'B', x)).toBe(false);
    const deep = [1, 2, 3, 4].reduce<Step>(
      (inner, level) => split(`L${level}`, [arm('i', inner)]),
      approve('z'),
    );
    const with4 = { ...flow, steps: [...flow.steps, deep] };
    expect(fits(with4, 'L4', null)).toBe(true);
    expect(fits(with4, 'L4', y)).toBe(false);
    expect(moveStep(with4, 'L4', y, 0)).toBe(with4);
  });
});

describe('arms', () => {
  it('are tried in order, so a new one stands before the default', () => {
    expect(stepsOf(insertArm(flow, 'B', arm('z')))).toBe('xyz');
    expect(stepsOf(moveArm(flow, y, -1))).toBe('yx');
    expect(stepsOf(moveArm(flow, y, 1))).toBe('xy');
  });

  it('the last one takes its branch along and leaves what is usual', () => {
    expect(ids(removeArm(removeArm(flow, x), y))).toBe('ade');
  });

  const stepsOf = (definition: Definition) => {
    const step = findStep(definition, 'B')?.step;
    return step && hasArms(step) ? step.branches.map(({ id }) => id).join('') : '';
  };
});

describe('what is added', () => {
  it('has ids of its own, a copy all the way down', () => {
    const original = flow.steps[1];
    if (!original) throw new Error('a branch');
    const copy = copyOfStep(original, words);
    expect(copy.name).toBe('B 2');
    const all = [...walk([original, copy])].map(({ step }) => step.id);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is named, and a branch begins with one condition', () => {
    expect(newStep('approve', words)).toMatchObject({ name: 'approve', approvers: [{ type: 'manager' }] });
    expect(newStep('branch', words)).toMatchObject({ branches: [{ name: '1' }], default: { steps: [] } });
    expect(newArm(2, words).name).toBe('2');
  });
});

describe('findings', () => {
  const told = (path: string) => ({ path, message: path });

  it('stand at the step or arm that they are about, wherever it has moved since', () => {
    const found = findingsOf(
      flow,
      [
        told('/steps/0/approvers/0/members'),
        told('/steps/1/branches/0/condition/any/0/all/0/value'),
        told('/steps/1/default/steps/0'),
        told('/initiators'),
      ],
      [told('/steps/1/branches/0/steps/0/approvers')],
    );
    expect(found.map(({ spot, at, warns }) => ({ spot, at, warns }))).toEqual([
      { spot: { step: 'a' }, at: 'approvers/0/members', warns: false },
      { spot: x, at: 'condition/any/0/all/0/value', warns: false },
      { spot: { step: 'd' }, at: '', warns: false },
      { spot: null, at: 'initiators', warns: false },
      { spot: { step: 'b' }, at: 'approvers', warns: true },
    ]);
    expect(faultsBelow(findingsAt(found, { step: 'a' }), 'approvers')).toMatchObject([{ at: '0/members' }]);
    expect(faultsBelow(findingsAt(found, { step: 'b' }), 'approvers')).toMatchObject([{ at: '' }]);
  });

  it('name what has no name, because that cannot be saved', () => {
    const step = approve('n');
    const nameless = { ...flow, name: ' ', steps: [{ ...step, name: '' }] };
    expect(unnamed(nameless, 'name it').map(({ spot }) => spot)).toEqual([null, { step: 'n' }]);
  });
});

describe('the tree', () => {
  it('knows what is around a step, and what ends', () => {
    const inner = { ...flow, steps: [split('O', [arm('o', ...flow.steps)])] };
    expect(armsAround(inner, { step: 'b' })).toEqual([{ branch: 'O', arm: 'o' }, x]);
    expect(findArm(flow, x)?.steps).toHaveLength(1);
    const end: Step = { type: 'end', id: 'z', name: 'z', outcome: 'rejected' };
    expect(isEnded([approve('a'), end])).toBe(true);
    expect(isEnded([split('B', [arm('x', end)], end)])).toBe(true);
    expect(isEnded([split('B', [arm('x', end)])])).toBe(false);
    expect(ids(removeStep(flow, 'B'))).toBe('ae');
  });
});

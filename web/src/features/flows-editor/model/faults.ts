/** What checking says about a draft, each at the step or arm that it is about. */
import { fieldPath } from '@/lib/api/problem';
import { omit } from '@/lib/editing/omit';
import { same } from '@/lib/editing/same';

import { DEFAULT_ARM, findArm, findBranch, findStep, keyOf, sameSpot, walk, type Spot } from './tree';
import { hasArms } from './types';
import type { Definition, Fault, Step } from './types';

/** A fault with the spot whose settings mend it; null is the flow itself. */
export interface Finding extends Fault {
  spot: Spot | null;
}

export interface Told {
  path: string;
  message: string;
}

/** The server's answer is about the draft that it has, `saved`: indexes become ids, which survive further changes. */
export function findingsOf(saved: Definition, errors: Told[], warnings: Told[]): Finding[] {
  const located = (told: Told, warns: boolean) => ({
    ...locate(saved, told.path),
    message: told.message,
    warns,
  });
  return [...errors.map((told) => located(told, false)), ...warnings.map((told) => located(told, true))];
}

function locate(saved: Definition, pointer: string): { spot: Spot | null; at: string } {
  return descend(saved.steps, fieldPath(pointer)) ?? { spot: null, at: fieldPath(pointer).join('/') };
}

/** `path` begins with `steps`; undefined if it leads to no step of them. */
function descend(
  steps: Step[],
  [word, index, ...rest]: (string | number)[],
): { spot: Spot; at: string } | undefined {
  const step = word === 'steps' && typeof index === 'number' ? steps[index] : undefined;
  if (!step) return undefined;
  if (hasArms(step)) {
    const [list, number] = rest;
    const arm = list === 'branches' && typeof number === 'number' ? step.branches[number] : undefined;
    if (arm) {
      const below = rest.slice(2);
      return descend(arm.steps, below) ?? { spot: { branch: step.id, arm: arm.id }, at: below.join('/') };
    }
    if (list === 'default') {
      const below = rest.slice(1);
      return (
        descend(step.default.steps, below) ?? {
          spot: { branch: step.id, arm: DEFAULT_ARM },
          at: below.join('/'),
        }
      );
    }
  }
  return { spot: { step: step.id }, at: rest.join('/') };
}

/**
 * Those whose cause still stands as it was when `about` was checked: what has been changed since is not spoken of until
 * the server has seen it. Whether a step can be reached, or an arm be taken, depends on what stands before it.
 */
export function standing(findings: Finding[], about: Definition, now: Definition): Finding[] {
  const order = same(outline(about.steps), outline(now.steps));
  return findings.filter(({ spot, at }) => {
    if (spot) return order && same(ownOf(about, spot), ownOf(now, spot)) && conditionsStand(about, now, spot);
    const [part = ''] = at.split('/');
    if (part === 'steps' || part === '') return order;
    return same(about[part as keyof Definition], now[part as keyof Definition]);
  });
}

/** Of arms that are tried one after another, each is judged beside the others. */
function conditionsStand(about: Definition, now: Definition, spot: Spot): boolean {
  if ('step' in spot) return true;
  const conditions = (of: Definition) =>
    findBranch(of, spot.branch)?.branches.map(({ condition }) => condition);
  return same(conditions(about), conditions(now));
}

/** Which steps stand where, and of what kind. */
function outline(steps: Step[]): unknown {
  return [...walk(steps)].map(({ step, lane }) => [
    step.id,
    keyOf(lane),
    hasArms(step) ? step.branches.map(({ id }) => id) : [],
  ]);
}

/** What can be set at a spot, without what stands in it. */
function ownOf(definition: Definition, spot: Spot): unknown {
  if (!('step' in spot)) {
    const branch = findBranch(definition, spot.branch);
    const arm = findArm(definition, spot);
    return arm ? omit(arm, 'steps') : branch && omit(branch.default, 'steps');
  }
  const step = findStep(definition, spot.step)?.step;
  return step && hasArms(step) ? [step.name] : step;
}

/** Without those of the spot that somebody is typing at. */
export function beside(findings: Finding[], typedAt: Spot | null): Finding[] {
  return findings.filter(({ spot }) => !sameSpot(spot, typedAt));
}

/** A draft without names cannot even be saved, so it is known here. */
export function unnamed(definition: Definition, message: string): Finding[] {
  const missing = (spot: Spot | null): Finding => ({ spot, at: 'name', message, warns: false });
  const found: Finding[] = blank(definition.name) ? [missing(null)] : [];
  for (const { step } of walk(definition.steps)) {
    if (blank(step.name)) found.push(missing({ step: step.id }));
    if (!hasArms(step)) continue;
    for (const arm of step.branches) {
      if (blank(arm.name)) found.push(missing({ branch: step.id, arm: arm.id }));
    }
  }
  return found;
}

const blank = (text: string) => text.trim() === '';

export function findingsAt(findings: Finding[], spot: Spot | null): Finding[] {
  const key = keyOf(spot);
  return findings.filter((finding) => keyOf(finding.spot) === key);
}

/** Those of one setting and of what is in it, as its editor knows the places: below itself. */
export function faultsBelow(findings: Finding[], setting: string): Fault[] {
  return findings.flatMap(({ at, message, warns }) => {
    if (at === setting) return [{ at: '', message, warns }];
    return at.startsWith(`${setting}/`) ? [{ at: at.slice(setting.length + 1), message, warns }] : [];
  });
}

/** The sentence for one setting, or for anything in it. */
export function faultFor(findings: Finding[], setting: string): string | undefined {
  return faultsBelow(findings, setting)[0]?.message;
}

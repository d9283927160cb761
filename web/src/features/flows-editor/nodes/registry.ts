/** The kinds of nodes, found by their folders: a new one is added by adding a folder. */
import type { Step, StepType } from '../model/types';

import type { NodeModule } from './node-type';

const modules = import.meta.glob<NodeModule>('./*/index.tsx', { eager: true, import: 'node' });

const BY_TYPE = new Map(Object.values(modules).map((each) => [each.type, each]));

export function nodeModule(type: StepType): NodeModule {
  const found = BY_TYPE.get(type);
  if (!found) throw new Error(`There is no node of the type ${type}.`);
  return found;
}

export const moduleOf = ({ type }: Step): NodeModule => nodeModule(type);

/** In the order of the menu. */
export function nodesFor(place: { last: boolean; nestable: boolean }): NodeModule[] {
  return [...BY_TYPE.values()]
    .filter(({ offered }) => offered === undefined || place[offered])
    .sort((one, other) => one.rank - other.rank);
}

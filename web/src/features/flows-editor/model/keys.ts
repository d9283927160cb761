/**
 * The server answers a key for every node. Those that nobody chose follow from ids, so that the editor works without
 * them: a step that was added here is then equal to the same one as the server answers it.
 */
import { hasArms, type Definition, type Step } from './types';

const MADE = /^node_[0-9a-hjkmnp-tv-z]{8}$/;

export function withChosenKeys<T extends { definition: Definition }>(answered: T): T {
  return { ...answered, definition: { ...answered.definition, steps: chosen(answered.definition.steps) } };
}

/** For a copy, which is another node. */
export function withoutKey<T extends Step>(step: T): T {
  const copy = { ...step };
  delete copy.key;
  return copy;
}

function chosen(steps: Step[]): Step[] {
  return steps.map((step) => {
    const inner: Step = hasArms(step)
      ? {
          ...step,
          branches: step.branches.map((arm) => ({ ...arm, steps: chosen(arm.steps) })),
          default: { ...step.default, steps: chosen(step.default.steps) },
        }
      : step;
    const derived = inner.key === inner.id || (inner.key !== undefined && MADE.test(inner.key));
    return derived ? withoutKey(inner) : inner;
  });
}

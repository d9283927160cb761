import { expect, it } from 'vitest';

import { levelsUp, whyKey } from './why';

it.each([
  [{ rule: 'manager', level: 1 }, 'manager'],
  [{ rule: 'manager', level: 2 }, 'manager_above'],
  [{ rule: 'department_head', level: 3 }, 'department_head_above'],
  [{ rule: 'choice', field: 'line' }, 'choice'],
  [{ rule: 'from_the_future' }, 'other'],
] as const)('%o is told as %s', (why, key) => expect(whyKey(why)).toBe(key));

it.each([
  [{ rule: 'manager', level: 2 }, 2],
  [{ rule: 'department_head', level: 2 }, 1],
] as const)('%o is %i up', (why, up) => expect(levelsUp(why)).toBe(up));

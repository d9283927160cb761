/** An editor works with chosen keys only, and a copy has none. */
import { describe, expect, it } from 'vitest';

import type { Field } from './definition';
import { withChosenKeys, withoutKey } from './keys';

const field = (more: Partial<Field>): Field => ({ id: 'f_1', type: 'text', name: '名称', ...more });

describe('keys of fields and choices', () => {
  it('that nobody chose are left out, at every depth', () => {
    const answered = field({
      type: 'lines',
      key: 'f_1',
      options: {
        columns: [
          field({
            id: 'f_2',
            type: 'choice',
            key: 'f_2',
            options: {
              choices: [
                { value: '客户', key: 'choice_0a1b2c3d' },
                { value: 'plain', key: 'plain' },
                { value: '其他', key: 'other' },
              ],
            },
          }),
        ],
      },
    });
    const choices = [{ value: '客户' }, { value: 'plain' }, { value: '其他', key: 'other' }];
    expect(withChosenKeys([answered])).toEqual([
      field({
        type: 'lines',
        options: { columns: [field({ id: 'f_2', type: 'choice', options: { choices } })] },
      }),
    ]);
  });

  it('that somebody chose stay, but not with a copy', () => {
    const chosen = field({ key: 'customer' });
    expect(withChosenKeys([chosen])).toEqual([chosen]);
    expect(withoutKey(chosen)).toEqual(field({}));
  });
});

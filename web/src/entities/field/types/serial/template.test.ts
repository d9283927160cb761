import { describe, expect, it } from 'vitest';

import { plainSerial, serialExample, serialTemplate } from './template';

describe('a template', () => {
  it.each(['NO-{yyyy}{mm}-{0000}', '{0000}', '{f_kind}-{0000}', 'HT-{f_kind}-{f_at}-{yyyy}-{000}'])(
    '%s has plain settings, and is made of them again',
    (template) => {
      const plain = plainSerial(template);
      expect(plain).not.toBeNull();
      expect(plain && serialTemplate(plain)).toBe(template);
    },
  );
  it.each(['{yyyy}{f_kind}-{0000}', '{0000}-{f_kind}', '{yy}-{0000}'])('%s is edited as text', (template) =>
    expect(plainSerial(template)).toBeNull(),
  );
  it('names its fields in order', () =>
    expect(plainSerial('HT-{f_kind}-{f_at}-{yyyy}-{000}')).toEqual({
      prefix: 'HT',
      fields: ['f_kind', 'f_at'],
      date: '{yyyy}',
      digits: 3,
    }));
  it('is shown with the names of its fields', () =>
    expect(serialExample('{f_kind}-{yyyy}-{000}', new Date(2026, 10, 22), () => '类型')).toBe(
      '[类型]-2026-001',
    ));
});

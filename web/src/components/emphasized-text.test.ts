import { describe, expect, it } from 'vitest';

import { splitEmphasis } from './emphasized-text';

describe('a sentence with a stressed part', () => {
  it.each([
    ['We wrote to <b>a@b.cn</b>.', ['We wrote to ', 'a@b.cn', '.']],
    ['<b>li@b.cn</b> 会收到邮件', ['', 'li@b.cn', ' 会收到邮件']],
    ['Nothing stands out', ['Nothing stands out', '', '']],
    ['An open <b> end', ['An open <b> end', '', '']],
    ['To <b><b>x</b>@b.cn</b>', ['To ', '<b>x</b>@b.cn', '']],
  ])('%s', (text, parts) => {
    expect(splitEmphasis(text)).toEqual(parts);
  });
});

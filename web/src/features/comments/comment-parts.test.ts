import { expect, test } from 'vitest';

import { mentionedIn, partsOf } from './comment-parts';

test('marks those who are mentioned, the longer name first, and links to the web', () => {
  expect(partsOf('@王小明 请看 https://a.cn/x?y=1，@王小 也看', ['王小', '王小明'])).toEqual([
    { kind: 'mention', text: '@王小明' },
    { kind: 'text', text: ' 请看 ' },
    { kind: 'link', text: 'https://a.cn/x?y=1' },
    { kind: 'text', text: '，' },
    { kind: 'mention', text: '@王小' },
    { kind: 'text', text: ' 也看' },
  ]);
});

test('what only looks like a mention, or like code, stays text', () => {
  expect(partsOf('@李 javascript:alert(1) a.*b', ['王', 'x.*'])).toEqual([
    { kind: 'text', text: '@李 javascript:alert(1) a.*b' },
  ]);
});

test('who was taken out of the text again is not mentioned', () => {
  const chosen = [
    { id: 'a', name: '王敏' },
    { id: 'b', name: '李雷' },
    { id: 'a', name: '王敏' },
  ];
  expect(mentionedIn('@王敏 请看', chosen)).toEqual(['a']);
});

import { describe, expect, it } from 'vitest';

import shared from '../../../../../tests/contracts/step_names.json';
import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';

import { inLanguage, namesOf } from './step-names';
import type { Definition } from './types';

describe('names that nobody chose', () => {
  it.each(shared.names)('are known in both languages: $en', (names) => {
    for (const name of Object.values(names)) expect(namesOf(name)).toEqual(names);
  });

  it.each(shared.chosen)('are not those that a person chose: %s', (name) => {
    expect(namesOf(name)).toBeNull();
  });

  it.each(['approve', 'cc', 'branch', 'end'] as const)('are those of a new step: %s', (type) => {
    expect(namesOf(zh.new[type])).toEqual({ 'zh-CN': zh.new[type], en: en.new[type] });
  });

  it('are those of a new arm and of a copy', () => {
    const arm = (words: typeof zh) => words.new.arm.replace('{{number}}', '3');
    const copy = (words: typeof zh) => words.new.copy.replace('{{name}}', arm(words));
    expect(namesOf(arm(en))).toEqual({ 'zh-CN': arm(zh), en: arm(en) });
    expect(namesOf(copy(zh))).toEqual({ 'zh-CN': copy(zh), en: copy(en) });
  });

  it('are read in the language of whoever opens the flow, however deep; all else stays', () => {
    const arm = { id: 'a', name: '条件 1', condition: { any: [] }, steps: [] };
    const definition = {
      form_id: 'f',
      name: '审批',
      steps: [
        { type: 'cc', id: 'c', name: '抄送', recipients: [] },
        {
          type: 'branch',
          id: 'b',
          name: '看金额',
          branches: [{ ...arm, steps: [{ type: 'end', id: 'e', name: '提前结束', outcome: 'approved' }] }],
          default: { steps: [{ type: 'cc', id: 'd', name: 'Approval', recipients: [] }] },
        },
      ],
    } as Definition;
    const text = JSON.stringify(inLanguage(definition, 'en'));
    expect(text).toBe(
      JSON.stringify(definition)
        .replace('"抄送"', '"Cc"')
        .replace('"条件 1"', '"Condition 1"')
        .replace('"提前结束"', '"Early end"'),
    );
    expect(inLanguage(inLanguage(definition, 'en'), 'zh-CN').steps[1]).toMatchObject({
      default: { steps: [{ name: '审批' }] },
    });
  });
});

/**
 * The names that a new step or arm starts with, in both languages. Where one still bears such a name, nobody has named
 * it, and whoever opens the flow reads it in their own language. The server keeps the same list for what people see of
 * runs (chalicelib/flows/step_names.py); tests/contracts/step_names.json holds both to it.
 */
import type { Language } from '@/config/languages';

import { hasArms } from './types';
import type { Arm, Definition, Step } from './types';

type Names = Record<Language, string>;

const NEW: Names[] = [
  { 'zh-CN': '审批', en: 'Approval' },
  { 'zh-CN': '抄送', en: 'Cc' },
  { 'zh-CN': '条件分支', en: 'Branch' },
  { 'zh-CN': '提前结束', en: 'Early end' },
];

/** The name in every language; null if a person chose it. */
export function namesOf(name: string): Names | null {
  const fixed = NEW.find((names) => Object.values(names).includes(name));
  if (fixed) return fixed;
  const number = /^(?:条件|Condition) ([0-9]{1,3})$/.exec(name)?.[1];
  if (number !== undefined) return { 'zh-CN': `条件 ${number}`, en: `Condition ${number}` };
  const copied = namesOfCopied(/^(.+)(?: 副本| copy)$/.exec(name)?.[1]);
  return copied && { 'zh-CN': `${copied['zh-CN']} 副本`, en: `${copied.en} copy` };
}

const namesOfCopied = (name: string | undefined) => (name === undefined ? null : namesOf(name));

const nameIn = (name: string, language: Language) => namesOf(name)?.[language] ?? name;

export function inLanguage(definition: Definition, language: Language): Definition {
  return { ...definition, steps: stepsIn(definition.steps, language) };
}

function stepsIn(steps: Step[], language: Language): Step[] {
  return steps.map((step) => {
    const named = { ...step, name: nameIn(step.name, language) };
    if (!hasArms(named)) return named;
    const { default: usual } = named;
    return {
      ...named,
      branches: named.branches.map((arm) => armIn(arm, language)),
      default: {
        ...usual,
        ...(usual.name === undefined ? {} : { name: nameIn(usual.name, language) }),
        steps: stepsIn(usual.steps, language),
      },
    };
  });
}

function armIn(arm: Arm, language: Language): Arm {
  return { ...arm, name: nameIn(arm.name, language), steps: stepsIn(arm.steps, language) };
}

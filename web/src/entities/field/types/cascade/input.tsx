/** One of a tree of choices. */
import { useMemo } from 'react';

import type { Language } from '@/config/languages';

import { BETWEEN, nameIn } from '../../choice-paths';
import { choiceName } from '../../choices';
import type { Choice } from '../../definition';
import type { InputProps } from '../../inputs/input-props';
import { TreeInput, type TreeOption } from '../../inputs/tree-input';
import { useLabelLanguage } from '../../label';

export function Input(props: InputProps) {
  const { field } = props;
  const language = useLabelLanguage();
  const choices = field.options?.choices;
  const tree = useMemo(() => treeOf(choices ?? [], language), [choices, language]);
  return (
    <TreeInput
      {...props}
      options={tree}
      anyLevel={field.options?.any_level === true}
      nameOf={(path) => path.map((each) => choiceName(field, each, language)).join(BETWEEN)}
    />
  );
}

/** Each choice stands after the one that it is below. */
function treeOf(choices: Choice[], language: Language): TreeOption[] {
  const top: TreeOption[] = [];
  const byValue = new Map<string, TreeOption>();
  for (const { value, parent } of choices) {
    const option: TreeOption = { value, label: nameIn(choices, value, language) };
    byValue.set(value, option);
    const above = parent === undefined ? undefined : byValue.get(parent);
    if (above) (above.children ??= []).push(option);
    else top.push(option);
  }
  return top;
}

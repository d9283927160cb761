/** What a version of the flow changes, in sentences: "总监审批：审批人 部门负责人 → 直属上级". */
import { ChangeList, type ChangeText } from '@/components/editing/change-list';
import { conditionText } from '@/entities/condition/text';

import { differences, partOf, type Difference, type Part } from '../model/diff';
import { dueText } from '../model/due';
import type { Piece } from '../model/flatten';
import type { FlowPart } from '../model/merge';
import { countSteps } from '../model/tree';
import { hasArms } from '../model/types';
import type { Approve, Arm, Definition, End, Step } from '../model/types';
import { rulesText } from '../rules/rule-text';
import { memberNames } from '../rules/rule-words';
import { startersText } from '../rules/starters';

import type { Words } from './editor';

interface Props {
  /** null: this is the first version. */
  before: Definition | null;
  after: Definition;
  /** More that this version brings. */
  also?: string[];
  words: Words;
}

export function FlowChanges({ before, after, also = [], words }: Props) {
  const first: ChangeText[] = [
    { kind: 'added', text: words.t('change.created', { count: countSteps(after.steps) }) },
  ];
  const changes = before ? differences(before, after).map((each) => say(each, before, after, words)) : first;
  return <ChangeList changes={[...changes, ...also.map((text) => ({ kind: 'changed' as const, text }))]} />;
}

function say(difference: Difference, before: Definition, after: Definition, words: Words): ChangeText {
  const { t } = words;
  switch (difference.is) {
    case 'flow':
      return { kind: 'changed', text: flowText(difference.part, before, after, words) };
    case 'added':
    case 'removed':
      return { kind: difference.is, text: wholeText(difference.is, difference.piece, words) };
    case 'moved':
      return { kind: 'changed', text: t('change.moved', { name: difference.piece.own.name }) };
    case 'changed': {
      const { part, before: was, after: now } = difference;
      const texts = { before: partText(was, part, words), after: partText(now, part, words) };
      if (part === 'name') return { kind: 'changed', text: t('change.renamed', texts) };
      return {
        kind: 'changed',
        text: t('change.part', { name: now.own.name, part: t(`part.${part}`), ...texts }),
      };
    }
  }
}

function wholeText(is: 'added' | 'removed', { own, whole }: Piece, { t }: Words): string {
  const { name } = own;
  if (!('type' in whole)) return t(`change.${is}Arm`, { name });
  if (!hasArms(whole)) return t(`change.${is}`, { name, type: t(`type.${whole.type}`) });
  return t(`change.${is}Branch`, { name, count: countSteps([whole]) - 1 });
}

function flowText(part: FlowPart, before: Definition, after: Definition, words: Words): string {
  const { t, fields } = words;
  const text = (of: Definition): string => {
    switch (part) {
      case 'name':
        return of.name;
      case 'description':
        return of.description ?? t('change.none');
      case 'initiators':
        return startersText(of.initiators ?? [], words);
      case 'withdraw':
        return t(`withdraw.${of.withdraw ?? 'before_first_decision'}`);
      case 'summary':
        return (
          of.summary
            ?.map((id) => fields.find((field) => field.id === id)?.name ?? t('rules.goneField'))
            .join(t('rules.comma')) ?? t('flow.summaryUsual')
        );
    }
  };
  if (part === 'description') return t('change.description');
  return t('change.flow', { part: t(`part.flow.${part}`), before: text(before), after: text(after) });
}

function partText(piece: Piece, part: Part, words: Words): string {
  const { t } = words;
  const value = partOf(piece, part);
  switch (part) {
    case 'name':
      return value as Step['name'];
    case 'approvers':
    case 'recipients': {
      const rules = value as Approve['approvers'];
      return rules.length > 0 ? rulesText(rules, words) : t('change.none');
    }
    case 'mode':
      return t(`mode.${value as Approve['mode']}`);
    case 'same_as_initiator':
      return t(`same.${(value as Approve['same_as_initiator']) ?? 'manager'}`);
    case 'empty': {
      const empty = (value as Approve['empty']) ?? { action: 'block' };
      if (empty.action !== 'assign') return t(`empty.${empty.action}`);
      return t('empty.assignTo', { names: memberNames(empty.members ?? [], words) });
    }
    case 'due_hours':
      return dueText(value as Approve['due_hours'], t);
    case 'outcome':
      return t(`end.${value as End['outcome']}`);
    case 'default':
      return (value as { name?: string } | undefined)?.name ?? t('arm.usual');
    case 'condition':
      return conditionText(value as Arm['condition'], words);
  }
}

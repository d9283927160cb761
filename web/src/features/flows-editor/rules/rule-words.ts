/** What sentences about rules are made with, and the parts that several of them share. */
import type { TFunction } from 'i18next';

import type { FlowField, Names } from '../model/types';

export interface Words {
  t: TFunction<'flows-editor'>;
  fields: FlowField[];
  names: Names;
}

/** As many names as a card can hold; the others are counted. */
export const NAMED = 3;

/** "张三、李四、王五 等 8 人" */
export function memberNames(members: string[], { t, names }: Pick<Words, 't' | 'names'>): string {
  const shown = members
    .slice(0, NAMED)
    .map((id) => names.member(id) ?? '…')
    .join(t('rules.comma'));
  return members.length > NAMED ? t('rules.who.members', { names: shown, count: members.length }) : shown;
}

export function levelText(kind: 'manager' | 'head', level: number, t: Words['t']): string {
  return level === 1 ? t(`rules.level.${kind}_first`) : t(`rules.level.${kind}`, { level, ...up(level) });
}

/** Level 1 is the department itself. */
export const up = (level: number) => ({ count: level - 1 });

export function nameOf(field: FlowField | undefined, t: Words['t']): string {
  return field?.name ?? t('rules.goneField');
}

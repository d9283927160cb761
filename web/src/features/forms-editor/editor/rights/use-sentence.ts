/** A permission group in words: whom it names, which records, what may be done, and what is kept back. */
import { useTranslation } from 'react-i18next';

import { listOperands } from '@/entities/condition/fields';
import { conditionNames, conditionText, NOBODY } from '@/entities/condition/text';
import { useWordsLanguage } from '@/entities/condition/use-condition';
import { useNames } from '@/entities/condition/use-names';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { useDepartments } from '@/entities/member/departments';
import { useMembers, useRoles } from '@/entities/member/names';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { conditionOf, kindOf, levelOf, listed, membersOf, throughOf, type Group, type Level } from './model';

interface Sentence {
  /** Whom, which records, and what may be done with them. */
  main: string;
  /** What is kept back, and of a condition what it says. */
  more: string[];
}

export function useSentence(group: Group): Sentence {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const join = useJoined();
  const who = useAudienceText(group);
  const condition = useRowsCondition(group);
  const nameOf = (id: string) => {
    const field = definition.fields.find((each) => each.id === id);
    return field ? labelText(field.name, language) : t('rights.goneField');
  };
  const kind = kindOf(group.rows);
  const rows =
    kind === 'members'
      ? t('rights.rowsText.members', { fields: join(membersOf(group.rows).map(nameOf)) })
      : kind === 'through'
        ? t('rights.rowsText.through', { field: nameOf(throughOf(group.rows)) })
        : t(`rights.rowsText.${kind}`);
  const actions = (group.actions ?? []).map((each) => t(`rights.action.${each}`));
  const main =
    actions.length > 0
      ? t('rights.sentenceActions', { who, rows, actions: join(actions) })
      : t('rights.sentence', { who, rows });
  const at = (level: Level) =>
    definition.fields.filter(({ id }) => levelOf(group, id) === level).map(({ id }) => nameOf(id));
  const [hidden, masked, read] = [at('hidden'), at('masked'), at('read')];
  const changes = group.actions?.includes('edit') === true;
  return {
    main,
    more: [
      ...(condition === '' ? [] : [t('rights.condition', { condition })]),
      ...(hidden.length > 0 ? [t('rights.hides', { fields: join(hidden) })] : []),
      ...(masked.length > 0 ? [t('rights.masks', { fields: join(masked) })] : []),
      ...(changes && read.length > 0 ? [t('rights.readOnly', { fields: join(read) })] : []),
    ],
  };
}

export function useJoined(): (parts: string[]) => string {
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { style: 'narrow', type: 'conjunction' });
  return (parts) => list.format(parts);
}

function useAudienceText({ audience }: Group): string {
  const { t } = useTranslation('forms-editor');
  const join = useJoined();
  const named = typeof audience === 'object' ? audience : {};
  const { roles = [], departments = [], members = [] } = named;
  const allRoles = useRoles(roles.length > 0);
  const allDepartments = useDepartments(departments.length > 0);
  const people = useMembers(members);
  if (audience === 'everyone') return t('rights.everyone');
  const text = (found: string | undefined, loaded: boolean) => found ?? (loaded ? t('access.gone') : '…');
  const roleOf = (id: string) => text(allRoles?.find((each) => each.id === id)?.name, allRoles !== undefined);
  const departmentOf = (id: string) =>
    text(allDepartments?.find((each) => each.id === id)?.name, allDepartments !== undefined);
  const parts = [
    ...(roles.length > 0 ? [t('rights.whoRoles', { names: join(roles.map(roleOf)) })] : []),
    ...(departments.length > 0
      ? [t('rights.whoDepartments', { names: join(departments.map(departmentOf)) })]
      : []),
    ...people.map((each) => each?.name ?? '…'),
  ];
  return parts.length > 0 ? join(parts) : t('rights.nobody');
}

function useRowsCondition({ rows }: Group): string {
  const { t: conditionT } = useTranslation('condition');
  const { definition, language } = useEditor();
  const operands = listOperands(listed(definition), language);
  const condition = conditionOf(rows);
  const names = useNames(condition ? conditionNames(condition, operands) : NOBODY);
  const formats = useFormats(useMe().company.zone);
  const words = useWordsLanguage();
  if (!condition) return '';
  return conditionText(condition, { conditionT, language: words, operands, names, formats });
}

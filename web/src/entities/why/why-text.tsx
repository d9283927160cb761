/** One sentence: why this person is asked here. */
import { useTranslation } from 'react-i18next';

import { choiceName } from '@/entities/field/choices';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { useDepartmentName, useMemberName, useRoleName } from '@/entities/member/names';
import { levelsUp, whyKey, type Why } from '@/entities/run/why';

interface Props {
  why: Why;
  initiator: string;
  /** Of the form, as far as they are known: some rules name a field. */
  fields?: Field[];
}

/**
 * The rule may have named somebody else: the initiator, whose manager stands in, or a colleague who left. Then the rule
 * is told of them (the manager of a head is not that department's head).
 */
export function WhyText({ why, initiator, fields = [] }: Props) {
  const { t } = useTranslation('why');
  const language = useLabelLanguage();
  const field = fields.find(({ id }) => id === why.field);
  const rule = t(whyKey(why), {
    initiator,
    count: levelsUp(why),
    role: useRoleName(why.role_id),
    department: useDepartmentName(why.department_id),
    member: useMemberName(why.member_id),
    field: labelText(field?.name, language) || t('some_field'),
    option: field && why.option !== undefined ? choiceName(field, why.option, language) : '',
  });
  const before = useMemberName(why.successor_of);
  const away = useMemberName(why.delegate_of);
  const meant = why.instead_of === undefined ? rule : t('instead_of', { initiator, why: rule });
  const settled = before === undefined ? meant : t('successor_of', { member: before, why: meant });
  return <>{away === undefined ? settled : t('delegate_of', { member: away, why: settled })}</>;
}

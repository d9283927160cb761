/** Everybody with a role. */
import { IdCard } from 'lucide-react';

import { Setting } from '@/components/editing/setting';
import { RolesSelect } from '@/entities/member/org-select';

import { people } from '../../people-props';
import { defineRule } from '../../rule-type';

export const rule = defineRule<'role'>({
  type: 'role',
  rank: 4,
  icon: IdCard,
  create: () => ({ type: 'role', role: '' }),
  isSet: ({ role }) => role !== '',
  several: () => true,
  text: ({ role }, { t, names }) => t('rules.who.role', { role: names.role(role) ?? '…' }),
  Settings: ({ rule: own, t, onChange }) => (
    <Setting label={t('rules.setting.role')}>
      {(input) => (
        <RolesSelect
          {...people(input)}
          value={own.role === '' ? [] : [own.role]}
          onChange={([role = '']) => onChange({ ...own, role })}
        />
      )}
    </Setting>
  ),
});

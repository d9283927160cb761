/** Given members. */
import { UserRound } from 'lucide-react';

import { Setting } from '@/components/editing/setting';
import { MembersSelect } from '@/entities/member/member-select';

import { people } from '../../people-props';
import { defineRule } from '../../rule-type';
import { memberNames, NAMED } from '../../rule-words';

export const rule = defineRule<'member'>({
  type: 'member',
  rank: 3,
  icon: UserRound,
  create: () => ({ type: 'member', members: [] }),
  isSet: ({ members }) => members.length > 0,
  several: ({ members }) => members.length > 1,
  text: ({ members }, words) => memberNames(members, words),
  named: ({ members }) => members.slice(0, NAMED),
  Settings: ({ rule: own, t, onChange }) => (
    <Setting label={t('rules.setting.members')}>
      {(input) => (
        <MembersSelect
          {...people(input)}
          value={own.members}
          onChange={(members) => onChange({ ...own, members })}
        />
      )}
    </Setting>
  ),
});

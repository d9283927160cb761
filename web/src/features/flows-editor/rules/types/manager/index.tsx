/** The initiator's manager, or one further up. */
import { UserRoundCog } from 'lucide-react';

import { LevelSetting } from '../../level-setting';
import { withLevel } from '../../rule-model';
import { defineRule } from '../../rule-type';

export const rule = defineRule<'manager'>({
  type: 'manager',
  rank: 1,
  icon: UserRoundCog,
  create: () => ({ type: 'manager' }),
  text: ({ level = 1 }, { t }) => t(level > 1 ? 'rules.who.manager_up' : 'rules.who.manager', { level }),
  Settings: ({ rule: own, t, onChange }) => (
    <LevelSetting
      kind="manager"
      level={own.level}
      t={t}
      onChange={(level) => onChange(withLevel(own, level))}
    />
  ),
});

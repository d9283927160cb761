/** The head of the initiator's department, of one above it, or of a given one. */
import { Building2 } from 'lucide-react';

import { Setting } from '@/components/editing/setting';
import { DepartmentsSelect } from '@/entities/member/org-select';
import { withOption } from '@/lib/editing/omit';

import { LevelSetting } from '../../level-setting';
import { people } from '../../people-props';
import { withLevel } from '../../rule-model';
import { defineRule, type RuleOf, type RuleSettingsProps } from '../../rule-type';
import { up } from '../../rule-words';

type Head = RuleOf<'department_head'>;

function Settings({ rule: own, t, onChange }: RuleSettingsProps<Head>) {
  return (
    <>
      <Setting label={t('rules.setting.department')}>
        {(input) => (
          <DepartmentsSelect
            {...people(input)}
            placeholder={t('rules.ownDepartment')}
            value={own.department === undefined ? [] : [own.department]}
            onChange={([department]) =>
              onChange(withOption<Head, 'department'>(own, 'department', department))
            }
          />
        )}
      </Setting>
      <LevelSetting
        kind="head"
        level={own.level}
        t={t}
        onChange={(level) => onChange(withLevel(own, level))}
      />
    </>
  );
}

export const rule = defineRule<'department_head'>({
  type: 'department_head',
  rank: 2,
  icon: Building2,
  create: () => ({ type: 'department_head' }),
  text: ({ department, level = 1 }, { t, names }) => {
    if (department === undefined)
      return t(level > 1 ? 'rules.who.own_head_up' : 'rules.who.own_head', up(level));
    const name = names.department(department) ?? '…';
    return t(level > 1 ? 'rules.who.head_up' : 'rules.who.head', { department: name, ...up(level) });
  },
  Settings,
});

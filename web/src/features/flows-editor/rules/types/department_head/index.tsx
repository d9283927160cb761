/** The heads of the initiator's main department or of all of theirs, of one above it, or of a given one. */
import { Select } from 'antd';
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

const OWN = ['main', 'all'] as const;

/** The main one is what a missing choice means. */
function withOwn(rule: Head, which: (typeof OWN)[number]): Head {
  return withOption<Head, 'departments'>(rule, 'departments', which === 'main' ? undefined : which);
}

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
              onChange(withOption<Head, 'department'>(withOwn(own, 'main'), 'department', department))
            }
          />
        )}
      </Setting>
      {own.department === undefined && (
        <Setting label={t('rules.setting.ownDepartments')}>
          {(input) => (
            <Select
              {...input}
              value={own.departments ?? 'main'}
              options={OWN.map((value) => ({ value, label: t(`rules.own.${value}`) }))}
              onChange={(which) => onChange(withOwn(own, which))}
            />
          )}
        </Setting>
      )}
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
  text: ({ department, departments, level = 1 }, { t, names }) => {
    if (department === undefined && departments === 'all')
      return t(level > 1 ? 'rules.who.own_heads_up' : 'rules.who.own_heads', up(level));
    if (department === undefined)
      return t(level > 1 ? 'rules.who.own_head_up' : 'rules.who.own_head', up(level));
    const name = names.department(department) ?? '…';
    return t(level > 1 ? 'rules.who.head_up' : 'rules.who.head', { department: name, ...up(level) });
  },
  Settings,
});

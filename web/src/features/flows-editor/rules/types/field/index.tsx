/** Whoever a field of the form names, or the head of the department that it names. */
import { AtSign } from 'lucide-react';

import type { FlowField } from '../../../model/types';
import { FieldSetting } from '../../field-setting';
import { LevelSetting } from '../../level-setting';
import { namesDepartment, withLevel } from '../../rule-model';
import { defineRule, type RuleOf, type RuleSettingsProps } from '../../rule-type';
import { nameOf, up } from '../../rule-words';

import { withNamingField } from './naming-field';

const reads = (field: FlowField) =>
  field.kind === 'member' || field.kind === 'members' || namesDepartment(field);

function Settings({ rule: own, fields, t, onChange }: RuleSettingsProps<RuleOf<'field'>>) {
  return (
    <>
      <FieldSetting
        value={own.field}
        fields={fields.filter(reads)}
        t={t}
        onChange={(field) => onChange(withNamingField(own, field))}
      />
      {namesDepartment(fields.find(({ id }) => id === own.field)) && (
        <LevelSetting
          kind="head"
          level={own.level}
          t={t}
          onChange={(level) => onChange(withLevel(own, level))}
        />
      )}
    </>
  );
}

export const rule = defineRule<'field'>({
  type: 'field',
  rank: 6,
  icon: AtSign,
  create: (field) => ({ type: 'field', field }),
  reads,
  fieldOf: ({ field }) => field,
  isSet: ({ field }) => field !== '',
  several: () => true,
  text: ({ field: wanted, level = 1 }, { t, fields }) => {
    const found = fields.find(({ id }) => id === wanted);
    const field = nameOf(found, t);
    if (!namesDepartment(found)) return t('rules.who.field', { field });
    return t(level > 1 ? 'rules.who.field_head_up' : 'rules.who.field_head', { field, ...up(level) });
  },
  Settings,
});

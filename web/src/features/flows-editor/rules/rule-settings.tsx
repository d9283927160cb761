/** What can be set of a rule, by its kind. */
import { Select } from 'antd';

import { Setting } from '@/components/editing/setting';
import { MembersSelect } from '@/entities/member/member-select';
import { DepartmentsSelect, RolesSelect } from '@/entities/member/org-select';

import type { Fault, FlowField, Rule } from '../model/types';

import { ChoiceMap } from './choice-map';
import { people } from './people-props';
import { LEVELS, namesDepartment, readable, withDepartment, withField, withLevel } from './rule-model';
import { levelText, type Words } from './rule-text';

interface Props {
  rule: Rule;
  fields: FlowField[];
  t: Words['t'];
  faults: Fault[];
  onChange: (rule: Rule) => void;
}

export function RuleSettings(props: Props) {
  const { rule, onChange, t } = props;
  switch (rule.type) {
    case 'member':
      return (
        <Setting label={t('rules.setting.members')}>
          {(input) => (
            <MembersSelect
              {...people(input)}
              value={rule.members}
              onChange={(members) => onChange({ ...rule, members })}
            />
          )}
        </Setting>
      );
    case 'role':
      return (
        <Setting label={t('rules.setting.role')}>
          {(input) => (
            <RolesSelect
              {...people(input)}
              value={rule.role === '' ? [] : [rule.role]}
              onChange={([role = '']) => onChange({ ...rule, role })}
            />
          )}
        </Setting>
      );
    case 'department_head':
      return (
        <>
          <Setting label={t('rules.setting.department')}>
            {(input) => (
              <DepartmentsSelect
                {...people(input)}
                placeholder={t('rules.ownDepartment')}
                value={rule.department === undefined ? [] : [rule.department]}
                onChange={([department = '']) => onChange(withDepartment(rule, department))}
              />
            )}
          </Setting>
          <Level
            kind="head"
            level={rule.level}
            t={t}
            onChange={(level) => onChange(withLevel(rule, level))}
          />
        </>
      );
    case 'manager':
      return (
        <Level
          kind="manager"
          level={rule.level}
          t={t}
          onChange={(level) => onChange(withLevel(rule, level))}
        />
      );
    case 'field':
      return <FieldSettings {...props} rule={rule} />;
    case 'choice':
      return <ChoiceSettings {...props} rule={rule} />;
    case 'initiator':
      return null;
  }
}

function FieldSettings({ rule, fields, t, onChange }: Props & { rule: Extract<Rule, { type: 'field' }> }) {
  const field = fields.find(({ id }) => id === rule.field);
  return (
    <>
      <WhichField rule={rule} fields={fields} t={t} onChange={onChange} />
      {namesDepartment(field) && (
        <Level kind="head" level={rule.level} t={t} onChange={(level) => onChange(withLevel(rule, level))} />
      )}
    </>
  );
}

function ChoiceSettings({
  rule,
  fields,
  t,
  faults,
  onChange,
}: Props & { rule: Extract<Rule, { type: 'choice' }> }) {
  const field = fields.find(({ id }) => id === rule.field);
  return (
    <>
      <WhichField rule={rule} fields={fields} t={t} onChange={onChange} />
      {rule.field !== '' && <ChoiceMap rule={rule} field={field} t={t} faults={faults} onChange={onChange} />}
    </>
  );
}

interface FieldProps {
  rule: Extract<Rule, { type: 'field' | 'choice' }>;
  fields: FlowField[];
  t: Words['t'];
  onChange: (rule: Rule) => void;
}

function WhichField({ rule, fields, t, onChange }: FieldProps) {
  const suitable = readable(rule.type, fields) ?? [];
  return (
    <Setting label={t('rules.setting.field')}>
      {(input) => (
        <Select<string | null>
          {...input}
          value={rule.field === '' ? null : rule.field}
          placeholder={t('rules.chooseField')}
          options={suitable.map(({ id, name }) => ({ value: id, label: name }))}
          labelRender={({ value }) => suitable.find(({ id }) => id === value)?.name ?? t('rules.goneField')}
          onChange={(chosen) => {
            const field = suitable.find(({ id }) => id === chosen);
            if (field) onChange(withField(rule, field));
          }}
        />
      )}
    </Setting>
  );
}

interface LevelProps {
  kind: 'manager' | 'head';
  level: number | undefined;
  t: Words['t'];
  onChange: (level: number) => void;
}

function Level({ kind, level = 1, t, onChange }: LevelProps) {
  return (
    <Setting label={t(`rules.setting.${kind}Level`)}>
      {(input) => (
        <Select
          {...input}
          value={level}
          options={LEVELS.map((each) => ({ value: each, label: levelText(kind, each, t) }))}
          onChange={onChange}
        />
      )}
    </Setting>
  );
}

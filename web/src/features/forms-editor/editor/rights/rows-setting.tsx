/** Which records a permission group opens: whose they are, whom they name, what they are linked to, or a condition. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { ConditionEditor } from '@/entities/condition/editor/condition-editor';
import { listOperands } from '@/entities/condition/fields';
import { newComparison } from '@/entities/condition/model';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor } from '@/entities/form/editing/faults';

import type { GroupProps } from './group-dialog';
import {
  conditionOf,
  kindOf,
  links,
  listed,
  membersOf,
  NAMED_ROWS,
  people,
  throughOf,
  type Rows,
  type RowsKind,
} from './model';

export const MOST_MEMBER_FIELDS = 3;

export function RowsSetting({ group, faults, onChange }: GroupProps) {
  const { t } = useTranslation('forms-editor');
  const { definition, language } = useEditor();
  const { fields } = definition;
  const operands = listOperands(listed(definition), language);
  const kind = kindOf(group.rows);
  const condition = conditionOf(group.rows);
  const named = (found: Field[]) =>
    found.map((field) => ({ value: field.id, label: labelText(field.name, language) }));
  const offered: RowsKind[] = [
    ...NAMED_ROWS,
    ...(people(fields).length > 0 || kind === 'members' ? ['members' as const] : []),
    ...(links(fields).length > 0 || kind === 'through' ? ['through' as const] : []),
    ...(operands.length > 0 || kind === 'condition' ? ['condition' as const] : []),
  ];
  const set = (rows: Rows) => onChange({ ...group, rows });
  const choose = (next: RowsKind) => {
    if (next === 'members')
      set({
        members: people(fields)
          .slice(0, 1)
          .map(({ id }) => id),
      });
    else if (next === 'through') set({ through: links(fields)[0]?.id ?? '' });
    else if (next === 'condition') set({ all: [newComparison(operands)] });
    else set(next);
  };
  const inside = faults
    .filter(({ setting }) => setting === 'rows' || setting.startsWith('rows/'))
    .map(({ setting, message }) => ({ at: setting.slice('rows/'.length), message, warns: false }));
  return (
    <Section title={t('rights.which')}>
      <Setting
        label={t('rights.rows')}
        hint={t(`rights.rowsHint.${kind}`)}
        error={condition ? undefined : faultFor(faults, 'rows')}
      >
        {(input) => (
          <Select<RowsKind>
            {...input}
            value={kind}
            options={offered.map((value) => ({ value, label: t(`rights.rowsChoice.${value}`) }))}
            onChange={choose}
          />
        )}
      </Setting>
      {kind === 'members' && (
        <Setting label={t('rights.memberFields')}>
          {(input) => (
            <Select
              {...input}
              mode="multiple"
              maxCount={MOST_MEMBER_FIELDS}
              value={membersOf(group.rows)}
              options={named(people(fields))}
              onChange={(members: string[]) => {
                // One field at least: rows by nobody would open nothing.
                if (members.length > 0) set({ members });
              }}
            />
          )}
        </Setting>
      )}
      {kind === 'through' && (
        <Setting label={t('rights.linkField')}>
          {(input) => (
            <Select
              {...input}
              value={throughOf(group.rows)}
              options={named(links(fields))}
              onChange={(through: string) => set({ through })}
            />
          )}
        </Setting>
      )}
      {condition && (
        <ConditionEditor
          value={condition}
          operands={operands}
          faults={inside}
          everybody
          onChange={(next) => set(next)}
        />
      )}
    </Section>
  );
}

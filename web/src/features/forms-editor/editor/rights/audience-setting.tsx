/** Whom a permission group names. */
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { Segmented } from '@/components/segmented';
import { faultFor } from '@/entities/form/editing/faults';
import { MembersSelect } from '@/entities/member/member-select';
import { DepartmentsSelect, RolesSelect } from '@/entities/member/org-select';

import type { GroupProps } from './group-dialog';

export function AudienceSetting({ group, faults, onChange }: GroupProps) {
  const { t } = useTranslation('forms-editor');
  const { audience } = group;
  const named = typeof audience === 'object' ? audience : null;
  const set = (part: { roles?: string[]; departments?: string[]; members?: string[] }) =>
    onChange({ ...group, audience: { ...named, ...part } });
  return (
    <Section title={t('rights.who')}>
      <Segmented
        label={t('rights.who')}
        value={named ? 'some' : 'everyone'}
        options={[
          { value: 'everyone', label: t('rights.everyone') },
          { value: 'some', label: t('rights.some') },
        ]}
        onChange={(who) =>
          onChange({
            ...group,
            audience: who === 'everyone' ? 'everyone' : { roles: [], departments: [], members: [] },
          })
        }
      />
      {named && (
        <>
          <Setting label={t('access.roles')} error={faultFor(faults, 'audience/roles')}>
            {({ id }) => (
              <RolesSelect id={id} multiple value={named.roles ?? []} onChange={(roles) => set({ roles })} />
            )}
          </Setting>
          <Setting
            label={t('access.departments')}
            hint={t('access.departmentsHint')}
            error={faultFor(faults, 'audience/departments')}
          >
            {({ id }) => (
              <DepartmentsSelect
                id={id}
                multiple
                value={named.departments ?? []}
                onChange={(departments) => set({ departments })}
              />
            )}
          </Setting>
          <Setting label={t('rights.members')} error={faultFor(faults, 'audience/members')}>
            {({ id }) => (
              <MembersSelect id={id} value={named.members ?? []} onChange={(members) => set({ members })} />
            )}
          </Setting>
        </>
      )}
    </Section>
  );
}

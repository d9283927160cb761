/** Who may fill in the form, and which roles see or change what others filled in. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { Section, Setting } from '@/components/editing/setting';
import { BY_LABEL } from '@/components/searching';
import { Segmented } from '@/components/segmented';
import { useEditor } from '@/entities/form/editing/editor';
import { faultFor, type Fault } from '@/entities/form/editing/faults';

import { useDepartments, useRoles } from '../api';

const RIGHTS = ['read_all', 'edit_all'] as const;

export function AccessSettings({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation('forms-editor');
  const { definition, change, published, mayGive } = useEditor();
  const roles = options(useRoles().data?.items);
  const departments = options(useDepartments().data?.items);
  const access = definition.access ?? {};
  const submit = typeof access.submit === 'object' ? access.submit : null;
  const set = (part: NonNullable<typeof definition.access>) =>
    change({ ...definition, access: { ...access, ...part } });

  return (
    <Section title={t('access.title')}>
      <Segmented
        label={t('access.submit')}
        value={submit ? 'some' : 'everyone'}
        options={[
          { value: 'everyone', label: t('access.everyone') },
          { value: 'some', label: t('access.some') },
        ]}
        onChange={(who) => set({ submit: who === 'everyone' ? 'everyone' : { roles: [], departments: [] } })}
      />
      {submit && (
        <>
          <Setting
            label={t('access.departments')}
            hint={t('access.departmentsHint')}
            error={faultFor(faults, 'access/submit')}
          >
            {(input) => (
              <Select
                {...input}
                mode="multiple"
                showSearch={BY_LABEL}
                value={submit.departments ?? []}
                options={withGone(departments, submit.departments ?? [], t('access.gone'))}
                onChange={(chosen) => set({ submit: { ...submit, departments: chosen } })}
              />
            )}
          </Setting>
          <Setting label={t('access.roles')}>
            {(input) => (
              <Select
                {...input}
                mode="multiple"
                showSearch={BY_LABEL}
                value={submit.roles ?? []}
                options={withGone(roles, submit.roles ?? [], t('access.gone'))}
                onChange={(chosen) => set({ submit: { ...submit, roles: chosen } })}
              />
            )}
          </Setting>
        </>
      )}
      {RIGHTS.map((right) => {
        const chosen = access[right]?.roles ?? [];
        // Without the right one may take it from roles, and give it back to those that have it now.
        const given = [...chosen, ...(published?.access?.[right]?.roles ?? [])];
        const locked = !mayGive[right];
        return (
          <Setting
            key={right}
            label={t(`access.${right}`)}
            hint={t(locked ? `access.${right}Locked` : `access.${right}Hint`)}
            error={faultFor(faults, `access/${right}`)}
          >
            {(input) => (
              <Select
                {...input}
                mode="multiple"
                showSearch={BY_LABEL}
                disabled={locked && given.length === 0}
                value={chosen}
                options={withGone(roles, chosen, t('access.gone')).map((role) => ({
                  ...role,
                  disabled: locked && !given.includes(role.value),
                }))}
                placeholder={t('access.nobody')}
                onChange={(next) => set({ [right]: { roles: next } })}
              />
            )}
          </Setting>
        );
      })}
    </Section>
  );
}

interface Option {
  value: string;
  label: string;
}

function options(items: { id: string; name: string }[] | undefined): Option[] {
  return (items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/**
 * What was deleted since the form named it has no name any more: without an option of its own its id would be shown.
 * While names are on their way, dots.
 */
function withGone(there: Option[], chosen: string[], label: string): Option[] {
  const gone = chosen.filter((id) => !there.some(({ value }) => value === id));
  return [...there, ...gone.map((id) => ({ value: id, label: there.length > 0 ? label : '…' }))];
}

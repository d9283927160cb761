/** Who may move a record to the stage: who may edit it, or named roles, departments and colleagues. */
import { Setting, Toggle } from '@/components/editing/setting';
import { MembersSelect } from '@/entities/member/member-select';
import { DepartmentsSelect, RolesSelect } from '@/entities/member/org-select';

import type { Stage } from '../../definition';
import { useTypeWords } from '../../type-words';

type Movers = NonNullable<Stage['movers']>;

interface Props {
  stage: Stage;
  error: string | undefined;
  onChange: (movers: Movers | undefined) => void;
}

export function StageMovers({ stage, error, onChange }: Props) {
  const words = useTypeWords('stage');
  const { movers } = stage;
  const set = (part: Movers) => onChange({ ...movers, ...part });
  return (
    <>
      <Toggle
        label={words('anyMover')}
        hint={words('anyMoverHint')}
        error={movers ? undefined : error}
        checked={movers === undefined}
        onChange={(any) => onChange(any ? undefined : { roles: [] })}
      />
      {movers && (
        <>
          <Setting label={words('movers.roles')} error={error}>
            {({ id }) => (
              <RolesSelect id={id} multiple value={movers.roles ?? []} onChange={(roles) => set({ roles })} />
            )}
          </Setting>
          <Setting label={words('movers.departments')}>
            {({ id }) => (
              <DepartmentsSelect
                id={id}
                multiple
                value={movers.departments ?? []}
                onChange={(departments) => set({ departments })}
              />
            )}
          </Setting>
          <Setting label={words('movers.members')}>
            {({ id }) => (
              <MembersSelect id={id} value={movers.members ?? []} onChange={(members) => set({ members })} />
            )}
          </Setting>
        </>
      )}
    </>
  );
}

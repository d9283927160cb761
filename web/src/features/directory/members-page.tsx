import { Button } from 'antd';
import { UserPlus, UsersRound } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { Avatar } from '@/components/avatar';
import { DataTable, type Column } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { SearchField } from '@/components/search-field';
import { Segmented } from '@/components/segmented';
import { StatusTag } from '@/components/status-tag';
import { useUrlState } from '@/lib/routing/url-state';
import { useCan } from '@/lib/session/me';

import { DepartmentSelect } from './department-select';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { useInvitations, useMembers, useRoles, type Member } from './org-api';
import styles from './people.module.css';

/** `invite`: the dialog is open, so that other pages can lead to it. */
const DEFAULTS = { view: 'members', search: '', department: '', state: 'active', invite: '' };

export function Page() {
  const { t } = useTranslation('directory');
  const manages = useCan()('members.manage');
  const [state, change] = useUrlState(DEFAULTS);
  const waiting = useInvitations(manages).data?.items.length ?? 0;
  const views = [
    { value: 'members', label: t('members.title') },
    { value: 'invitations', label: t('members.invitationsCount', { count: waiting }) },
  ];
  return (
    <Frame
      title={t('members.title')}
      actions={
        manages && (
          <Button
            type="primary"
            icon={<UserPlus size={16} aria-hidden="true" />}
            onClick={() => change({ invite: 'open' })}
          >
            {t('invite.open')}
          </Button>
        )
      }
    >
      {manages && (
        <div className={styles.views}>
          <Segmented
            label={t('members.view')}
            options={views}
            value={state.view}
            onChange={(view) => change({ view })}
          />
        </div>
      )}
      {manages && state.view === 'invitations' ? (
        <Invitations />
      ) : (
        <MemberList state={state} change={change} />
      )}
      <InviteDialog
        open={manages && state.invite !== ''}
        department={state.department}
        onClose={() => change({ invite: '' })}
        onSent={() => change({ view: 'invitations' })}
      />
    </Frame>
  );
}

interface ListProps {
  state: typeof DEFAULTS;
  change: (changes: Partial<typeof DEFAULTS>) => void;
}

function MemberList({ state, change }: ListProps) {
  const { t } = useTranslation('directory');
  const list = useMembers(state);
  const columns = useColumns(state.state !== 'active');
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const filtered = state.search !== '' || state.department !== '' || state.state !== 'active';
  return (
    <ListFrame
      list={list}
      filters={
        <>
          <SearchField label={t('members.search')} value={state.search} onChange={search} />
          <DepartmentSelect
            className={styles.department ?? ''}
            label={t('members.department')}
            value={state.department}
            all={t('members.allDepartments')}
            onChange={(department) => change({ department })}
          />
          <Segmented
            label={t('members.state')}
            options={(['active', 'inactive', 'all'] as const).map((value) => ({
              value,
              label: t(`members.states.${value}`),
            }))}
            value={state.state as 'active' | 'inactive' | 'all'}
            onChange={(wanted) => change({ state: wanted })}
          />
        </>
      }
      empty={
        <EmptyState
          icon={UsersRound}
          title={t('members.none')}
          hint={t('members.noneHint')}
          action={
            filtered && (
              <Button onClick={() => change({ search: '', department: '', state: 'active' })}>
                {t('members.clear')}
              </Button>
            )
          }
        />
      }
    >
      {(members) => (
        <DataTable
          label={t('members.title')}
          columns={columns}
          rows={members}
          rowKey={({ id }) => id}
          to={({ id }) => `/members/${id}`}
          stale={list.stale}
        />
      )}
    </ListFrame>
  );
}

function useColumns(withState: boolean): Column<Member>[] {
  const { t } = useTranslation('directory');
  const roles = useRoles().data?.items ?? [];
  const roleNames = ({ role_ids }: Member) =>
    roles
      .filter(({ id }) => role_ids.includes(id))
      .map(({ name }) => name)
      .join(t('members.and'));
  const state: Column<Member> = {
    key: 'state',
    title: t('members.state'),
    cell: ({ active }) => (
      <StatusTag tone={active ? 'success' : 'neutral'}>
        {t(active ? 'members.states.active' : 'members.states.inactive')}
      </StatusTag>
    ),
  };
  return [
    { key: 'name', title: t('members.name'), cell: (member) => <Person member={member} /> },
    {
      key: 'department',
      title: t('members.department'),
      cell: (member) => <DepartmentNames member={member} />,
    },
    { key: 'position', title: t('members.position'), cell: ({ position }) => position || '—' },
    { key: 'manager', title: t('members.manager'), cell: ({ manager }) => manager || '—', wideOnly: true },
    { key: 'roles', title: t('members.roles'), cell: roleNames },
    ...(withState ? [state] : []),
  ];
}

/** All of them, the main one first. */
function DepartmentNames({ member }: { member: Member }) {
  const { t } = useTranslation('directory');
  const names = member.departments.map(({ department }) => department).filter(Boolean);
  return names.length > 0 ? names.join(t('members.and')) : '—';
}

function Person({ member: { name, email } }: { member: Member }) {
  return (
    <span className={styles.person}>
      <Avatar name={name} size={32} />
      <span className={styles.two}>
        <span>{name}</span>
        <span className={styles.faint}>{email}</span>
      </span>
    </span>
  );
}

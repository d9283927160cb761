import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { DateText } from '@/components/date-text';
import { EditForm } from '@/components/edit-form';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { TextInput } from '@/components/text-input';
import { useMemberName } from '@/entities/member/names';
import { useCan } from '@/lib/session/me';

import { DeactivateMember } from './deactivate-member';
import { useChangeMember, useMember, useReactivate, type Member } from './org-api';
import styles from './people.module.css';
import { PlaceItems } from './place-items';
import type { PlacementValue } from './placements';

export function Page() {
  const { t } = useTranslation('directory');
  const { memberId = '' } = useParams();
  const { data: member, error, refetch } = useMember(memberId);
  const back = { to: '/members', label: t('members.title') };
  if (member) return <MemberView member={member} />;
  return (
    <Frame title={t('members.title')} back={back} width="narrow">
      <Card>{error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={5} />}</Card>
    </Frame>
  );
}

interface Values {
  name: string;
  departments: PlacementValue[];
  other_position_ids: string[];
  manager_id: string;
  role_ids: string[];
}

function MemberView({ member }: { member: Member }) {
  const { t } = useTranslation('directory');
  const can = useCan();
  const save = useChangeMember(member.id);
  const { name, other_position_ids, manager_id, role_ids } = member;
  const departments = member.departments.map(({ department_id, position_id }) => ({
    department_id,
    position_id,
  }));
  const manages = can('members.manage');
  return (
    <Frame
      title={name}
      back={{ to: '/members', label: t('members.title') }}
      width="narrow"
      aside={!member.active && <StatusTag>{t('members.states.inactive')}</StatusTag>}
      actions={
        manages && (member.active ? <DeactivateMember member={member} /> : <Reactivate member={member} />)
      }
    >
      <Facts member={member} />
      <Card title={t('member.place')}>
        <EditForm<Values>
          saved={{ name, departments, other_position_ids, manager_id, role_ids }}
          version={member.version}
          disabled={!manages || !member.active}
          onSubmit={({ role_ids: roles, ...values }, version) =>
            save.mutateAsync({
              version,
              body: {
                ...values,
                name: values.name.trim(),
                ...(can('roles.manage') ? { role_ids: roles } : {}),
              },
            })
          }
        >
          <Form.Item
            name="name"
            label={t('members.name')}
            rules={[{ required: true, whitespace: true, message: t('place.nameMissing') }]}
          >
            <TextInput maxLength={60} />
          </Form.Item>
          <PlaceItems self={member.id} disabled={!manages || !member.active} />
        </EditForm>
      </Card>
    </Frame>
  );
}

function Facts({ member }: { member: Member }) {
  const { t } = useTranslation('directory');
  return (
    <p className={styles.facts}>
      <span>{member.email}</span>
      {member.joined_at && (
        <span>
          {t('member.joined')} <DateText value={member.joined_at} as="date" />
        </span>
      )}
      {member.left_at && (
        <span>
          {t('member.left')} <DateText value={member.left_at} as="date" />
        </span>
      )}
      {!member.active && member.successor_id && <Successor id={member.successor_id} />}
    </p>
  );
}

function Successor({ id }: { id: string }) {
  const { t } = useTranslation('directory');
  return <span>{t('member.successor', { name: useMemberName(id) ?? '…' })}</span>;
}

function Reactivate({ member }: { member: Member }) {
  const { t } = useTranslation('directory');
  const reactivate = useReactivate(member.id);
  return (
    <ConfirmAction
      label={t('member.reactivate')}
      title={t('member.reactivateTitle', { name: member.name })}
      onConfirm={() => reactivate.mutateAsync(null)}
    >
      <p>{t('member.reactivateText')}</p>
    </ConfirmAction>
  );
}

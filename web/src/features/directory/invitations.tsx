/** Who was invited and has not come yet. */
import { Button } from 'antd';
import { MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { DataTable, type Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { toast } from '@/components/toast';

import {
  useDepartments,
  useInvitations,
  useResendInvitation,
  useRevokeInvitation,
  type Invitation,
} from './org-api';
import styles from './people.module.css';

export function Invitations() {
  const { t } = useTranslation('directory');
  const { data, error, refetch } = useInvitations(true);
  const departments = useDepartments().data?.items ?? [];
  const columns: Column<Invitation>[] = [
    {
      key: 'who',
      title: t('members.name'),
      cell: ({ name, email }) => (
        <span className={styles.two}>
          <span>{name}</span>
          <span className={styles.faint}>{email}</span>
        </span>
      ),
    },
    {
      key: 'department',
      title: t('members.department'),
      cell: ({ department_id }) => departments.find(({ id }) => id === department_id)?.name,
    },
    {
      key: 'state',
      title: t('members.state'),
      cell: ({ open }) => (
        <StatusTag tone={open ? 'progress' : 'warning'}>
          {t(open ? 'invitations.open' : 'invitations.expired')}
        </StatusTag>
      ),
    },
    {
      key: 'expires',
      title: t('invitations.until'),
      cell: ({ expires_at }) => <DateText value={expires_at} />,
    },
    {
      key: 'actions',
      title: t('members.actions'),
      align: 'end',
      cell: (row) => <Actions invitation={row} />,
    },
  ];
  return (
    <Card flush>
      {error && !data && <ErrorState error={error} again={() => void refetch()} />}
      {!data && !error && <Skeleton rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState icon={MailOpen} title={t('invitations.none')} hint={t('invitations.noneHint')} />
      )}
      {data && data.items.length > 0 && (
        <DataTable
          label={t('members.invitations')}
          columns={columns}
          rows={data.items}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  );
}

function Actions({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('directory');
  const resend = useResendInvitation();
  const revoke = useRevokeInvitation();
  const { id, email, name } = invitation;
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        loading={resend.isPending}
        onClick={() => resend.mutate(id, { onSuccess: () => toast(t('invitations.resent', { email })) })}
      >
        {t('invitations.resend')}
      </Button>
      <ConfirmAction
        label={t('invitations.revoke')}
        title={t('invitations.revokeTitle', { name })}
        danger
        button={{ size: 'small' }}
        onConfirm={() => revoke.mutateAsync(id)}
      >
        <p>{t('invitations.revokeText', { email })}</p>
      </ConfirmAction>
      <ProblemNote error={resend.error} />
    </div>
  );
}

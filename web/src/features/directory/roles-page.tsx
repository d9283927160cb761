import { Button } from 'antd';
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { StatusTag } from '@/components/status-tag';
import { useCan } from '@/lib/session/me';

import { useDropRole, useRoles, type Role } from './org-api';
import { spelledOut, wordOf } from './permissions';
import { RoleDialog } from './role-dialog';
import styles from './roles.module.css';

export function Page() {
  const { t } = useTranslation('directory');
  const manages = useCan()('roles.manage');
  const { data, error, refetch } = useRoles();
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<Role | null>(null);
  const edit = (role: Role | null) => {
    setBefore(role);
    setOpen(true);
  };
  return (
    <Frame
      title={t('roles.title')}
      hint={t('roles.hint')}
      actions={
        manages && (
          <Button type="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => edit(null)}>
            {t('roles.add')}
          </Button>
        )
      }
    >
      <Stack>
        {error && !data && <ErrorState error={error} again={() => void refetch()} />}
        {!data && !error && <Skeleton rows={5} />}
        {data?.items.map((role) => (
          <RoleCard key={role.id} role={role} manages={manages} onEdit={() => edit(role)} />
        ))}
      </Stack>
      <RoleDialog open={open} before={before} onClose={() => setOpen(false)} />
    </Frame>
  );
}

function RoleCard({ role, manages, onEdit }: { role: Role; manages: boolean; onEdit: () => void }) {
  const { t } = useTranslation('directory');
  const drop = useDropRole();
  const granted = spelledOut(role.permissions);
  return (
    <Card
      title={
        <span className={styles.title}>
          {role.name}
          {role.builtin && <StatusTag>{t('roles.builtin')}</StatusTag>}
        </span>
      }
      extra={<span className={styles.count}>{t('roles.count', { count: role.members })}</span>}
    >
      <p className={styles.text}>
        {role.permissions.includes('*') ? t('roles.everything') : granted.length === 0 && t('roles.nothing')}
      </p>
      {!role.permissions.includes('*') && (
        <ul className={styles.granted}>
          {granted.map((permission) => (
            <li key={permission}>
              <Check size={14} strokeWidth={2.4} aria-hidden="true" />
              {t(`permissions.${wordOf[permission]}.name`)}
            </li>
          ))}
        </ul>
      )}
      {manages && !role.builtin && (
        <div className={styles.actions}>
          <Button size="small" aria-label={t('roles.editOf', { name: role.name })} onClick={onEdit}>
            {t('departments.edit')}
          </Button>
          <ConfirmAction
            label={t('roles.drop')}
            title={t('roles.dropTitle', { name: role.name })}
            danger
            disabled={role.members > 0}
            button={{ size: 'small' }}
            onConfirm={() => drop.mutateAsync(role)}
          >
            <p>{t('roles.dropText')}</p>
          </ConfirmAction>
          {role.members > 0 && <span className={styles.count}>{t('roles.inUse')}</span>}
        </div>
      )}
    </Card>
  );
}

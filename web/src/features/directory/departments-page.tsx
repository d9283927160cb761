import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { useCan } from '@/lib/session/me';

import { DepartmentDialog, type Editing } from './department-dialog';
import { branchesOf, type Branch } from './department-tree';
import styles from './departments.module.css';
import { useDepartments, useDropDepartment } from './org-api';
import { Positions } from './positions';

export function Page() {
  const { t } = useTranslation('directory');
  const manages = useCan()('members.manage');
  const { data, error, refetch } = useDepartments();
  const [editing, setEditing] = useState<Editing | null>(null);
  const branches = branchesOf(data?.items ?? []);
  const root = branches[0]?.department.id ?? '';
  return (
    <Frame
      title={t('departments.title')}
      hint={t('departments.hint')}
      actions={
        manages && (
          <Button
            type="primary"
            icon={<Plus size={16} aria-hidden="true" />}
            disabled={root === ''}
            onClick={() => setEditing({ before: null, parentId: root })}
          >
            {t('departments.add')}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        <Card flush>
          {error && !data && <ErrorState error={error} again={() => void refetch()} />}
          {!data && !error && <Skeleton rows={5} />}
          <ul className={styles.tree}>
            {branches.map((branch) => (
              <Row
                key={branch.department.id}
                branch={branch}
                manages={manages}
                onEdit={() =>
                  setEditing({ before: branch.department, parentId: branch.department.parent_id })
                }
                onAdd={() => setEditing({ before: null, parentId: branch.department.id })}
              />
            ))}
          </ul>
        </Card>
        <Positions manages={manages} />
      </Stack>
      <DepartmentDialog editing={editing} onClose={() => setEditing(null)} />
    </Frame>
  );
}

interface RowProps {
  branch: Branch;
  manages: boolean;
  onEdit: () => void;
  onAdd: () => void;
}

function Row({ branch: { department, depth, parent }, manages, onEdit, onAdd }: RowProps) {
  const { t } = useTranslation('directory');
  const { id, name, heads, members } = department;
  return (
    <li className={styles.row} style={{ paddingInlineStart: `calc(var(--indent) * ${depth} + var(--edge))` }}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>
          <span>
            {heads.length > 0
              ? t('departments.headIs', { name: heads.join(t('departments.and')) })
              : t('departments.noHead')}
          </span>
          <Link to={`/members?department=${id}`}>{t('departments.count', { count: members })}</Link>
        </span>
      </div>
      {manages && (
        <div className={styles.actions}>
          <Button size="small" type="text" aria-label={t('departments.addBelow', { name })} onClick={onAdd}>
            <Plus size={15} aria-hidden="true" />
          </Button>
          <Button size="small" type="text" aria-label={t('departments.editOf', { name })} onClick={onEdit}>
            {t('departments.edit')}
          </Button>
          {depth > 0 && !parent && members === 0 && <Drop branch={department} />}
        </div>
      )}
    </li>
  );
}

function Drop({ branch }: { branch: Branch['department'] }) {
  const { t } = useTranslation('directory');
  const drop = useDropDepartment();
  return (
    <ConfirmAction
      label={t('departments.drop')}
      title={t('departments.dropTitle', { name: branch.name })}
      danger
      button={{ size: 'small', type: 'text' }}
      onConfirm={() => drop.mutateAsync(branch)}
    >
      <p>{t('departments.dropText')}</p>
    </ConfirmAction>
  );
}

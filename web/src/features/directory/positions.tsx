/** The company's positions: names to choose from when somebody is placed. */
import { Button, Form } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { ConfirmAction } from '@/components/confirm-action';
import { FormDialog } from '@/components/form-dialog';
import { TextInput } from '@/components/text-input';

import styles from './departments.module.css';
import { useDropPosition, usePositions, useSavePosition, type Position } from './org-api';

export function Positions({ manages }: { manages: boolean }) {
  const { t } = useTranslation(['directory', 'components']);
  const positions = usePositions().data?.items ?? [];
  const save = useSavePosition();
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<Position | null>(null);
  const edit = (position: Position | null) => {
    setBefore(position);
    setOpen(true);
  };
  return (
    <Card title={t('directory:positions.title')}>
      <p className={styles.hint}>{t('directory:positions.hint')}</p>
      <ul className={styles.positions}>
        {positions.map((position) => (
          <li key={position.id}>
            {manages ? (
              <Button size="small" onClick={() => edit(position)}>
                {position.name}
              </Button>
            ) : (
              position.name
            )}
          </li>
        ))}
        {manages && (
          <li>
            <Button
              size="small"
              type="dashed"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => edit(null)}
            >
              {t('directory:positions.add')}
            </Button>
          </li>
        )}
      </ul>
      <FormDialog<{ name: string }>
        open={open}
        title={t(before ? 'directory:positions.rename' : 'directory:positions.add')}
        label={before ? t('components:form.save') : t('directory:positions.add')}
        initial={{ name: before?.name ?? '' }}
        onClose={() => setOpen(false)}
        onSubmit={({ name }) => save.mutateAsync({ before, name: name.trim() })}
      >
        <Form.Item
          name="name"
          label={t('directory:positions.name')}
          rules={[{ required: true, whitespace: true, message: t('directory:positions.nameMissing') }]}
        >
          <TextInput maxLength={60} />
        </Form.Item>
        {before && <Drop position={before} onDone={() => setOpen(false)} />}
      </FormDialog>
    </Card>
  );
}

function Drop({ position, onDone }: { position: Position; onDone: () => void }) {
  const { t } = useTranslation('directory');
  const drop = useDropPosition();
  return (
    <ConfirmAction
      label={t('positions.drop')}
      title={t('positions.dropTitle', { name: position.name })}
      danger
      button={{ size: 'small' }}
      onConfirm={async () => {
        await drop.mutateAsync(position);
        onDone();
      }}
    >
      <p>{t('positions.dropText')}</p>
    </ConfirmAction>
  );
}

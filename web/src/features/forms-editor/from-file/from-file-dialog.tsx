/** A new form made of an Excel file: its columns become fields, whose names and types are corrected first. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Dialog } from '@/components/dialog';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { readSpreadsheet, type Spreadsheet } from '@/entities/spreadsheet/api';
import { FileChoice } from '@/entities/spreadsheet/file-choice';
import { HeadChoice } from '@/entities/spreadsheet/head-choice';
import { rememberFile } from '@/entities/spreadsheet/made-of';
import { useSend } from '@/lib/api/use-send';

import { useMakeForm } from '../api';

import { fieldsOf, planned, type Planned } from './fields';
import styles from './from-file.module.css';
import { PlanTable } from './plan-table';

interface Props {
  open: boolean;
  app: string;
  onClose: () => void;
}

export function FromFileDialog({ open, app, onClose }: Props) {
  const { t } = useTranslation('forms-editor');
  const navigate = useNavigate();
  const id = useId();
  const [upload, setUpload] = useState('');
  const [name, setName] = useState('');
  const [table, setTable] = useState<Spreadsheet | null>(null);
  const [plans, setPlans] = useState<Planned[]>([]);
  const read = useSend((asked: Parameters<typeof readSpreadsheet>[0]) => readSpreadsheet(asked), {
    onSuccess: (found) => {
      setTable(found);
      setPlans(planned(found.columns));
    },
  });
  const make = useMakeForm();
  const ready = table !== null && name.trim() !== '' && plans.some(({ included }) => included);
  const go = () => {
    if (!table) return;
    const { fields, mapping } = fieldsOf(table.columns, plans);
    make.mutate(
      { name: name.trim(), app, fields },
      {
        onSuccess: (made) => {
          rememberFile(made.id, { upload, sheet: table.sheet, head: table.head, mapping });
          void navigate(`/manage/forms/${made.id}`);
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      title={t('fromFile.title')}
      place="broad"
      onClose={onClose}
      footer={
        table && (
          <Button type="primary" disabled={!ready} loading={make.isPending} onClick={go}>
            {t('list.createGo')}
          </Button>
        )
      }
    >
      <div className={styles.body}>
        {upload === '' ? (
          <FileChoice
            onSent={(sent, file) => {
              setUpload(sent);
              setName(file.replace(/\.[^.]+$/, '').slice(0, 100));
              read.mutate({ upload_id: sent });
            }}
          />
        ) : table ? (
          <>
            <label htmlFor={id} className={styles.labelled}>
              {t('form.name')}
              <Input id={id} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
            </label>
            <HeadChoice table={table} onChange={(chosen) => read.mutate({ upload_id: upload, ...chosen })} />
            <PlanTable columns={table.columns} plans={plans} onChange={setPlans} />
          </>
        ) : (
          !read.error && <Skeleton rows={5} />
        )}
        <ProblemNote error={read.error ?? make.error} />
        {read.error && (
          <Button
            onClick={() => {
              read.reset();
              setUpload('');
              setTable(null);
            }}
          >
            {t('fromFile.another')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

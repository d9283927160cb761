/** Who sees a record and why: everybody who does, or one colleague, also if they do not. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { Setting } from '@/components/editing/setting';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { MemberSelect } from '@/entities/member/member-select';
import type { StoredRecord } from '@/entities/record/api';

import styles from './readers.module.css';
import { readerQuery, useReaders, type Reader } from './rights-api';

export function Readers({ record }: { record: StoredRecord }) {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => setOpen(true)}>
        {t('readers.verb')}
      </Button>
      <Dialog open={open} place="side" title={t('readers.title')} onClose={() => setOpen(false)}>
        <Found recordId={record.id} />
      </Dialog>
    </>
  );
}

function Found({ recordId }: { recordId: string }) {
  const { t } = useTranslation('forms');
  const [member, setMember] = useState('');
  const list = useReaders(recordId);
  const one = useQuery(readerQuery(recordId, member));
  const items = member === '' ? list.items : (one.data?.items ?? []);
  const error = member === '' ? list.error : one.error;
  const again = member === '' ? list.again : () => void one.refetch();
  return (
    <div className={styles.readers}>
      <Setting label={t('readers.who')}>
        {({ id }) => <MemberSelect id={id} value={member} onChange={setMember} />}
      </Setting>
      {error && <ErrorState error={error} again={again} />}
      {(member === '' ? list.loading : one.isLoading) && <Skeleton rows={4} />}
      <ul className={styles.list}>
        {items.map((reader) => (
          <li key={reader.member_id} className={styles.reader}>
            <b>{reader.name}</b>
            <Reasons reader={reader} />
          </li>
        ))}
      </ul>
      {member === '' && <More list={list} />}
    </div>
  );
}

const USUAL = { '@own': 'own', '@shared': 'shared', '@read_all': 'readAll', '@edit_all': 'editAll' } as const;

function Reasons({ reader }: { reader: Reader }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const why = reader.groups.map(({ id, name, by }) => {
    const usual = Object.entries(USUAL).find(([each]) => each === id)?.[1];
    if (usual) return t(`readers.because.${usual}`);
    const group = labelText(name, language) || t('readers.group');
    const [first = 'everyone'] = by;
    return t(`readers.by.${first}`, { group });
  });
  const reasons = [
    ...(reader.everything ? [t('readers.because.everything')] : []),
    ...(!reader.everything && reader.read_all ? [t('readers.because.permission')] : []),
    ...why,
  ];
  if (!reader.reads) return <p className={styles.none}>{t('readers.none')}</p>;
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

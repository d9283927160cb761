/** Choosing an Excel or CSV file, by the button or by dropping it, and sending it. */
import { Button, Progress } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { reasonOf } from '@/entities/entry/files/upload';

import { sendSpreadsheet } from './api';
import styles from './spreadsheet.module.css';

export function FileChoice({ onSent }: { onSent: (uploadId: string, name: string) => void }) {
  const { t } = useTranslation('spreadsheet');
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const send = async (file: File | undefined) => {
    if (!file || share !== null) return;
    leaving.current = new AbortController();
    setFault('');
    setShare(0);
    try {
      onSent(await sendSpreadsheet(file, setShare, leaving.current.signal), file.name);
    } catch (error) {
      setFault(reasonOf(error) ?? t('failed'));
    } finally {
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Dropping is a second way; the button is the first.
    <div
      role="group"
      aria-label={t('choose')}
      className={styles.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <FileSpreadsheet size={32} strokeWidth={1.5} aria-hidden="true" />
      <p>{t('drop')}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('choose')}
        accept=".xlsx,.xls,.csv"
        onChange={({ target }) => {
          void send(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button type="primary" loading={share !== null} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      {share !== null && (
        <Progress aria-label={t('sending')} percent={Math.round(share * 100)} size="small" showInfo={false} />
      )}
      <p className={styles.hint}>{t('limits')}</p>
      {fault !== '' && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}

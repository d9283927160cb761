/** Files of a record. The address of a file is asked for when somebody wants it, because it lives for minutes only. */
import { useMutation } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { ProblemNote } from '@/components/problem-note';
import { api } from '@/lib/api/call';

import type { TextProps } from './field-type';
import styles from './file-links.module.css';

export interface StoredFile {
  id: string;
  name?: string;
  /** Bytes. */
  size?: number;
}

export function FileLinks({ recordId, files }: { recordId: string; files: StoredFile[] }) {
  const open = useMutation({
    mutationFn: (attachment_id: string) =>
      api.get('/v1/records/{record_id}/attachments/{attachment_id}', {
        params: { record_id: recordId, attachment_id },
      }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <ul className={styles.files}>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.file}
              disabled={open.isPending}
              onClick={() => open.mutate(id)}
            >
              <Paperclip size={14} aria-hidden="true" className={styles.icon} />
              <span className={styles.name} title={name}>
                {name ?? id}
              </span>
              {size !== undefined && <span className={styles.size}>{fileSize(size)}</span>}
            </button>
          </li>
        ))}
      </ul>
      <ProblemNote error={open.error} />
    </>
  );
}

/** With the record that holds them, each can be opened. */
export function FileNames({ value, recordId }: TextProps) {
  const { t } = useTranslation('components');
  const files = value as StoredFile[];
  if (recordId !== undefined) return <FileLinks recordId={recordId} files={files} />;
  return files.map(({ id, name }) => name ?? id).join(t('changed.comma'));
}

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** 1536 → 1.5 KB */
export function fileSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), UNITS.length - 1);
  const amount = bytes / 1024 ** step;
  return `${step > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[step] ?? ''}`;
}

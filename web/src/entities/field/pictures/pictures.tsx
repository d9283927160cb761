/** Pictures of a record, small: pressing one shows it large. They load when they come into sight. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Dialog } from '@/components/dialog';
import { api } from '@/lib/api/call';

import type { StoredFile } from '../file-links';

import styles from './pictures.module.css';

interface Props {
  recordId: string;
  files: StoredFile[];
  /** Wider than high, as signatures are. */
  broad?: boolean;
}

/** An address lives for five minutes; what has been loaded stays. */
const KEPT = 4 * 60 * 1000;

export function Pictures({ recordId, files, broad = false }: Props) {
  return (
    <span className={styles.pictures}>
      {files.map((file) => (
        <Picture key={file.id} recordId={recordId} file={file} broad={broad} />
      ))}
    </span>
  );
}

function Picture({ recordId, file, broad }: { recordId: string; file: StoredFile; broad: boolean }) {
  const { t } = useTranslation('components');
  const [large, setLarge] = useState(false);
  const { data, isError, refetch } = useQuery({
    queryKey: ['picture', recordId, file.id],
    queryFn: () =>
      api.get('/v1/records/{record_id}/attachments/{attachment_id}', {
        params: { record_id: recordId, attachment_id: file.id },
      }),
    staleTime: KEPT,
    gcTime: KEPT,
  });
  const name = file.name ?? t('picture.one');
  if (isError)
    return (
      <button type="button" className={styles.failed} onClick={() => void refetch()}>
        {t('picture.failed', { name })}
      </button>
    );
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        data-broad={broad}
        aria-label={t('picture.open', { name })}
        onClick={() => setLarge(true)}
      >
        {data && <img src={data.url} alt="" loading="lazy" />}
      </button>
      <Dialog
        open={large}
        title={name}
        place="wide"
        onClose={() => setLarge(false)}
        footer={
          <Button disabled={!data} onClick={() => data && window.location.assign(data.url)}>
            {t('picture.download')}
          </Button>
        }
      >
        {large && data && <img className={styles.large} src={data.url} alt={name} />}
      </Dialog>
    </>
  );
}

/** The files of one field that are on their way. Leaving the page takes them back. */
import { use, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FileRef } from './typed';
import { reasonOf } from './upload';
import { UploadWay } from './upload-way';

export interface Upload {
  key: string;
  file: File;
  /** 0 … 1 */
  share: number;
  problem: string | null;
}

interface Uploads {
  uploads: Upload[];
  start: (files: File[]) => void;
  again: (upload: Upload) => void;
  /** Cancels one that is on its way, forgets one that failed. */
  drop: (key: string) => void;
}

export function useUploads(formId: string, field: string, onDone: (file: FileRef) => void): Uploads {
  const { t } = useTranslation('entry');
  const [uploads, setUploads] = useState<Upload[]>([]);
  const upload = use(UploadWay);
  const running = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const started = running.current;
    return () => started.forEach((controller) => controller.abort());
  }, []);

  const set = (key: string, news: Partial<Upload>) =>
    setUploads((before) => before.map((each) => (each.key === key ? { ...each, ...news } : each)));
  const drop = (key: string) => {
    running.current.get(key)?.abort();
    setUploads((before) => before.filter((each) => each.key !== key));
  };
  const run = async ({ key, file }: Upload) => {
    const controller = new AbortController();
    running.current.set(key, controller);
    const { signal } = controller;
    try {
      onDone(await upload(file, { formId, field, signal, onProgress: (share) => set(key, { share }) }));
      drop(key);
    } catch (error) {
      if (!signal.aborted) set(key, { problem: reasonOf(error) ?? t('files.broken') });
    } finally {
      running.current.delete(key);
    }
  };
  const again = (upload: Upload) => {
    set(upload.key, { problem: null, share: 0 });
    void run(upload);
  };
  const start = (files: File[]) => {
    const added = files.map((file) => ({ key: crypto.randomUUID(), file, share: 0, problem: null }));
    setUploads((before) => [...before, ...added]);
    for (const each of added) void run(each);
  };
  return { uploads, start, again, drop };
}

/**
 * Files on their way, of all fields of one form. What is to be known of each stands with what was typed, so that a draft
 * remembers it and nothing is sent without it; the bytes and how many have left are kept here.
 */
import { createContext, use, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { FileRef } from '@/entities/field/cell';

import { cellChange, type Update } from '../changes';
import type { Entry } from '../use-entry';

import { MOST_NEW, newFiles, unsentFiles } from './unsent';
import { isFinal, reasonOf } from './upload';
import { UploadWay } from './upload-way';

export interface Uploads {
  /** `apiField` is what the server calls the field; of the files, as many as one save can take. */
  start: (path: string, apiField: string, files: File[]) => { refused: File[] };
  again: (path: string, apiField: string, file: FileRef) => void;
  /** Whether the bytes are still at hand. */
  canRepeat: (file: FileRef) => boolean;
  /** 0 … 1, by key. */
  shares: Record<string, number>;
}

const Context = createContext<Uploads | null>(null);

/** null: nothing is uploaded here, this is a preview. */
export function useUploads(): Uploads | null {
  return useContext(Context);
}

interface Props {
  formId: string;
  entry: Pick<Entry, 'change' | 'fields' | 'typed'>;
  children: ReactNode;
}

export function UploadsProvider({ formId, entry, children }: Props) {
  const { t } = useTranslation('entry');
  const upload = use(UploadWay);
  const { change, fields, typed } = entry;
  const bytes = useRef(new Map<string, File>());
  const running = useRef(new Map<string, AbortController>());
  const room = useRef(0);
  const [shares, setShares] = useState<Record<string, number>>({});
  const unsent = useMemo(() => unsentFiles(fields, typed), [fields, typed]);

  useEffect(() => {
    room.current = MOST_NEW - newFiles(fields, typed);
    // Whose row was removed, or whose form was begun anew, is not waited for.
    const keys = new Set(unsent.map(({ file }) => file.upload?.key));
    for (const [key, controller] of running.current) if (!keys.has(key)) controller.abort();
  }, [fields, typed, unsent]);
  useEffect(() => {
    const started = running.current;
    return () => started.forEach((controller) => controller.abort());
  }, []);

  const actions = useMemo(() => {
    const edit = (path: string, key: string, made: (file: FileRef) => FileRef) =>
      change(
        cellChange(path, (before) =>
          ((before ?? []) as FileRef[]).map((file) => (file.upload?.key === key ? made(file) : file)),
        ),
      );
    const run = async (path: string, apiField: string, key: string, file: File) => {
      const controller = new AbortController();
      running.current.set(key, controller);
      const { signal } = controller;
      const onProgress = (share: number) => setShares((before) => ({ ...before, [key]: share }));
      try {
        const sent = await upload(file, { formId, field: apiField, signal, onProgress });
        if (!signal.aborted) edit(path, key, () => ({ ...sent, fresh: true }));
        bytes.current.delete(key);
      } catch (error) {
        const problem = reasonOf(error) ?? t('files.broken');
        const final = isFinal(error) ? { final: true as const } : {};
        if (!signal.aborted)
          edit(path, key, (before) => ({ ...before, upload: { key, state: 'failed', problem, ...final } }));
      } finally {
        running.current.delete(key);
        setShares((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== key)));
      }
    };
    const start: Uploads['start'] = (path, apiField, files) => {
      const taken = files.slice(0, Math.max(room.current, 0));
      room.current -= taken.length;
      const added = taken.map((file) => ({ key: crypto.randomUUID(), file }));
      change(cellChange(path, withAdded(added)));
      for (const { key, file } of added) {
        bytes.current.set(key, file);
        void run(path, apiField, key, file);
      }
      return { refused: files.slice(taken.length) };
    };
    const again: Uploads['again'] = (path, apiField, { upload: state }) => {
      const file = state && bytes.current.get(state.key);
      if (!file || running.current.has(state.key)) return;
      edit(path, state.key, (before) => ({ ...before, upload: { key: state.key, state: 'sending' } }));
      void run(path, apiField, state.key, file);
    };
    const canRepeat: Uploads['canRepeat'] = ({ upload: state }) =>
      state !== undefined && !state.final && bytes.current.has(state.key);
    return { start, again, canRepeat };
  }, [change, formId, t, upload]);

  const uploads = useMemo(() => ({ ...actions, shares }), [actions, shares]);
  return <Context value={uploads}>{children}</Context>;
}

/** A file that was lost and is chosen again takes the place of what reminded of it. */
function withAdded(added: { key: string; file: File }[]): Update {
  return (before) => {
    const files = [...((before ?? []) as FileRef[])];
    for (const { key, file } of added) {
      const lost = files.findIndex(
        ({ name, size, upload: state }) =>
          state?.state === 'lost' && name === file.name && size === file.size,
      );
      const ref: FileRef = { id: '', name: file.name, size: file.size, upload: { key, state: 'sending' } };
      if (lost < 0) files.push(ref);
      else files[lost] = ref;
    }
    return files;
  };
}

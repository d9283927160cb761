/** The files of one field or cell: what is added, what had no place, what is taken away. */
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';

import type { FileRef } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';

import { cellChange } from '../changes';
import type { Entry } from '../use-entry';

import { MOST_NEW } from './unsent';
import { EXTENSIONS } from './upload';
import { useUploads } from './uploads';

export interface FilesProps {
  field: Field;
  /** What the server calls the field: of a column with its table. */
  apiField: string;
  path: string;
  files: FileRef[];
  invalid: boolean;
  change: Entry['change'];
}

export function useFiles({ field, apiField, path, files, change }: FilesProps) {
  const { t } = useTranslation('entry');
  const uploads = useUploads();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState('');
  const { max_files: most = 10, extensions = EXTENSIONS } = field.options ?? {};
  const room = most - files.length;

  const take = (chosen: Iterable<File> | null) => {
    const all = [...(chosen ?? [])];
    if (!uploads || all.length === 0) return;
    const again = (file: File) =>
      files.some(
        ({ name, size, upload }) => upload?.state === 'lost' && name === file.name && size === file.size,
      );
    const replacing = all.filter(again);
    const adding = all.filter((file) => !again(file));
    const beyond = adding.slice(Math.max(room, 0));
    const { refused: late } = uploads.start(path, apiField, [
      ...replacing,
      ...adding.slice(0, Math.max(room, 0)),
    ]);
    const names = (of: File[]) => of.map(({ name }) => name).join(t('files.separator'));
    setRefused(
      [
        beyond.length > 0 ? t('files.tooMany', { limit: most, names: names(beyond) }) : '',
        late.length > 0 ? t('files.tooManyNew', { limit: MOST_NEW, names: names(late) }) : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    );
  };
  const remove = (file: FileRef) => {
    setRefused('');
    const key = file.upload?.key ?? file.id;
    change(
      cellChange(path, (before) =>
        ((before ?? []) as FileRef[]).filter((each) => (each.upload?.key ?? each.id) !== key),
      ),
    );
  };
  return {
    refused,
    accept: extensions.map((each) => `.${each}`).join(','),
    full: room <= 0,
    several: most > 1,
    /** Nothing can be uploaded here. */
    inert: uploads === null,
    take,
    remove,
    again: (file: FileRef) => uploads?.again(path, apiField, file),
    canRepeat: (file: FileRef) => uploads?.canRepeat(file) ?? false,
    shareOf: (file: FileRef) => uploads?.shares[file.upload?.key ?? ''] ?? 0,
    drop: {
      'data-over': over,
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      },
    },
  };
}

export type Files = ReturnType<typeof useFiles>;

/** Pictures where a record shows them; in lists and on cards what there is in words. Loaded when there are some. */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

import type { TextProps } from '../field-type';
import type { StoredFile } from '../file-links';

const Pictures = lazy(() => import('./pictures').then((loaded) => ({ default: loaded.Pictures })));

export function picturesText(broad: boolean) {
  return function PicturesText({ value, recordId }: TextProps) {
    const { t } = useTranslation('components');
    if (typeof value === 'string') return value;
    const files = value as StoredFile[];
    if (recordId === undefined) return t(broad ? 'picture.signed' : 'picture.count', { count: files.length });
    return (
      <Suspense fallback="…">
        <Pictures recordId={recordId} files={files} broad={broad} />
      </Suspense>
    );
  };
}

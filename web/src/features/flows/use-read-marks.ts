/** Who is kept informed has read it once it is open before them. */
import { useEffect } from 'react';

import { useMe } from '@/lib/session/me';

import { useMarkRead, type Run } from './api';

export function useReadMarks(runs: Run[]): void {
  const me = useMe();
  const { mutate } = useMarkRead();
  const unread = runs.find(({ copies }) =>
    copies.some(({ member, read_at }) => member.id === me.id && read_at === null),
  )?.id;
  useEffect(() => {
    if (unread !== undefined && !me.company.read_only) mutate(unread);
  }, [unread, me.company.read_only, mutate]);
}

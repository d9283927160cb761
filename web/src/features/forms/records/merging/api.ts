/** Merging a record with another of its form: what comes of it, doing it, what was merged, undoing it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { StoredRecord } from '@/entities/record/api';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type MergePreview = Schemas['FormsMergePreview'];
export type Merge = Schemas['FormsMerge'];
export type Source = MergePreview['fields'][number]['proposed'];

/** Milliseconds between two looks at a merge that is under way. */
const LOOK_AGAIN = 2000;

const CHANGES = [['records'], ['jobs']];

export const isMoving = ({ state }: Merge) => state === 'running' || state === 'undoing';

export function useMergePreview(survivorId: string, loserId: string) {
  return useQuery({
    queryKey: ['records', survivorId, 'merge', loserId],
    queryFn: ({ signal }) =>
      api.post('/v1/records/{record_id}/merge/preview', {
        params: { record_id: survivorId },
        body: { loser: loserId },
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
  });
}

export interface Order {
  survivor: StoredRecord;
  loser: StoredRecord;
  take: Record<string, Source>;
}

export function useMerge(onSuccess: () => void) {
  return useSend(
    ({ survivor, loser, take }: Order, key) =>
      api.post('/v1/records/{record_id}/merge', {
        params: { record_id: survivor.id },
        body: { loser: loser.id, loser_version: loser.version, take },
        version: survivor.version,
        key,
      }),
    { changes: CHANGES, onSuccess },
  );
}

export function useUndoMerge(recordId: string) {
  return useSend(
    (mergeId: string, key) =>
      api.post('/v1/records/{record_id}/merge/undo', {
        params: { record_id: recordId },
        body: { merge_id: mergeId },
        key,
      }),
    { changes: CHANGES },
  );
}

/** Newest first. While one is under way it is looked at again; once it is over, everything on the page is. */
export function useMerges(recordId: string): Merge[] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['records', recordId, 'merges'],
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/merges', { params: { record_id: recordId }, signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? LOOK_AGAIN : false),
  });
  const moving = data?.items.some(isMoving) ?? false;
  const moved = useRef(moving);
  useEffect(() => {
    if (moved.current && !moving) void client.invalidateQueries({ queryKey: ['records'] });
    moved.current = moving;
  }, [client, moving]);
  return data?.items ?? [];
}

/** Comments on a record, and whether one follows it. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Comment = Schemas['CommentsComment'];

export interface Said {
  text: string;
  /** Ids of members. */
  mentions: string[];
}

const commentsOf = (recordId: string) => ['records', 'comments', recordId];
const followingOf = (recordId: string) => ['records', 'following', recordId];

export function useComments(recordId: string) {
  return useList<Comment>(commentsOf(recordId), ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/comments', {
      params: { record_id: recordId },
      query: cursor ? { cursor } : {},
      signal,
    }),
  );
}

/** Who comments follows from then on. */
export function useAddComment(recordId: string, onSuccess: () => void) {
  return useSend(
    (body: Said, key) =>
      api.post('/v1/records/{record_id}/comments', { params: { record_id: recordId }, body, key }),
    { changes: [commentsOf(recordId), followingOf(recordId)], onSuccess },
  );
}

export function useChangeComment(comment: Comment, onSuccess: () => void) {
  const params = { record_id: comment.record_id, comment_id: comment.id };
  return useSend(
    (body: Said) =>
      api.put('/v1/records/{record_id}/comments/{comment_id}', { params, body, version: comment.version }),
    { changes: [commentsOf(comment.record_id)], onSuccess, repeats: false },
  );
}

export function useDeleteComment() {
  return useSend(
    ({ record_id, id, version }: Comment) =>
      api.delete('/v1/records/{record_id}/comments/{comment_id}', {
        params: { record_id, comment_id: id },
        version,
      }),
    { changes: (_, { record_id }) => [commentsOf(record_id)], repeats: false },
  );
}

export function useFollowing(recordId: string) {
  return useQuery({
    queryKey: followingOf(recordId),
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/following', { params: { record_id: recordId }, signal }),
  });
}

export function useFollow(recordId: string) {
  const params = { record_id: recordId };
  return useSend<boolean, unknown>(
    (wanted) =>
      wanted
        ? api.put('/v1/records/{record_id}/following', { params })
        : api.delete('/v1/records/{record_id}/following', { params }),
    { changes: [followingOf(recordId)], repeats: false },
  );
}

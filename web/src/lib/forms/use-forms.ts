/** The company's forms that I may see: all of them for builders. */
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';

export type FormEntry = Schemas['FormsFormEntry'];

export function useForms() {
  return useList<FormEntry>(['forms'], ({ cursor, signal }) =>
    api.get('/v1/forms', { query: { limit: 100, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

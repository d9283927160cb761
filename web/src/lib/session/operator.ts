/** Who runs this installation: whom to write to, and where the terms and the privacy notice stand. */
import { queryOptions } from '@tanstack/react-query';

import { api } from '@/lib/api/call';

export const operatorQuery = queryOptions({
  queryKey: ['operator'],
  queryFn: ({ signal }) => api.get('/v1/operator', { anonymous: true, signal }),
  staleTime: Infinity,
});

import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type CalendarYear = Schemas['DirectoryCalendarYear'];

const KEY = ['calendar'];

export function useCalendarYear(year: number) {
  return useQuery({
    queryKey: [...KEY, year],
    queryFn: ({ signal }) => api.get('/v1/calendar/{year}', { params: { year: String(year) }, signal }),
  });
}

export function useChangeCalendarYear(year: number) {
  return useSend(
    ({ body, version }: { body: Schemas['DirectoryCalendarChange']; version: number }) =>
      api.put('/v1/calendar/{year}', { params: { year: String(year) }, body, version }),
    { changes: [KEY], repeats: false },
  );
}

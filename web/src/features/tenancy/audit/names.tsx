/** Names in place of ids, as they are today; for what is gone, the word that it is. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useLabelLanguage } from '@/entities/field/label';
import { api } from '@/lib/api/call';

const FRESH_MS = 5 * 60_000;

type NameOf = (id: string) => string;

interface Named {
  items: { id: string; name: string }[];
}

/** While names are on their way, `…`. */
function useNames(key: string[], read: (signal: AbortSignal) => Promise<Named>): NameOf {
  const { t } = useTranslation('tenancy');
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => read(signal), staleTime: FRESH_MS });
  return (id) => (data ? (data.items.find((each) => each.id === id)?.name ?? t('audit.gone')) : '…');
}

export const useDepartmentNames = () =>
  useNames(['departments', 'names'], (signal) => api.get('/v1/departments', { signal }));

export const usePositionNames = () =>
  useNames(['positions', 'names'], (signal) => api.get('/v1/positions', { signal }));

export const useRoleNames = () => useNames(['roles', 'names'], (signal) => api.get('/v1/roles', { signal }));

/** The administrator's role holds every permission, as `*`. */
export function usePermissionNames(): NameOf {
  const language = useLabelLanguage();
  return useNames(['permissions', language], (signal) => api.get('/v1/permissions', { signal }));
}

/** Asks the directory who is meant by the names in pasted cells. */
import type { QueryClient } from '@tanstack/react-query';

import { NO_PEOPLE, type Department, type Member, type People } from '@/entities/field/parse/read-people';
import { api } from '@/lib/api/call';

const AT_ONCE = 6;
const SHOWN = 20;

/** What cannot be asked now is left out; those cells say so, and nothing else is lost. */
export async function askDirectory(
  client: QueryClient,
  names: string[],
  departments: boolean,
): Promise<People> {
  if (names.length === 0 && !departments) return NO_PEOPLE;
  const members = new Map<string, Member[]>();
  const waiting = [...new Set(names)];
  const ask = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const found = await askFor(client, name);
      if (found) members.set(name, found);
    }
  };
  const [listed] = await Promise.all([
    departments ? allDepartments(client) : null,
    ...Array.from({ length: AT_ONCE }, ask),
  ]);
  return { ...NO_PEOPLE, members, departments: listed };
}

async function askFor(client: QueryClient, search: string): Promise<Member[] | null> {
  try {
    const { items } = await client.query({
      queryKey: ['members', 'search', search, false],
      queryFn: ({ signal }) =>
        api.get('/v1/members', { query: { state: 'active', search, limit: SHOWN }, signal }),
      staleTime: 60_000,
      retry: 1,
    });
    return items;
  } catch {
    return null;
  }
}

async function allDepartments(client: QueryClient): Promise<Department[] | null> {
  try {
    const { items } = await client.query({
      queryKey: ['departments'],
      queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
      staleTime: 60_000,
      retry: 1,
    });
    return items;
  } catch {
    return null;
  }
}

/** The language of the page and that of the account are one: what is chosen here is what mails and other devices use. */
import { useQueryClient } from '@tanstack/react-query';

import type { Language } from '@/config/languages';
import { api } from '@/lib/api/call';
import { isProblem } from '@/lib/api/problem';
import { useSend } from '@/lib/api/use-send';
import { meQuery } from '@/lib/session/me';

export function useSaveLanguage() {
  const client = useQueryClient();
  const save = async (language: Language) => {
    // Read now: what is shown may be of before the last change, and the name goes along as it is.
    const { name, version } = await client.query({ ...meQuery, staleTime: 0 });
    return await api.put('/v1/me', { body: { name, language }, version });
  };
  return useSend(
    async (language: Language) => {
      try {
        return await save(language);
      } catch (error) {
        if (!isProblem(error, 'stale')) throw error;
        return await save(language); // Somebody changed the account in between: once more on what it is now.
      }
    },
    { changes: [['me'], ['members']], repeats: false },
  );
}

/** The cache of server state: shared rules, and the ties to the connection and to other tabs. */
import { onlineManager, QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';

import { onConnection } from '@/lib/net/connection';
import { hear } from '@/lib/tabs/tabs';

import { isPassing, pauseBefore } from './problem';

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // Lists are strongly consistent on the server; showing a page again within seconds needs no new request.
        staleTime: 10_000,
        retry: (count, error) => count < 2 && isPassing(error),
        retryDelay: pauseBefore,
      },
    },
  });
  onlineManager.setEventListener((setOnline) => onConnection(setOnline));
  hear((said, elsewhere) => {
    if (said.kind === 'changed' && elsewhere) {
      for (const queryKey of said.keys) void client.invalidateQueries({ queryKey });
    }
  });
  // Answers hold words in the language that was asked for: names of roles and steps, texts of problems.
  i18next.on('languageChanged', () => void client.invalidateQueries());
  return client;
}

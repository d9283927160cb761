/** Sending a change to the server from a component. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';

import { announce } from '@/lib/tabs/tabs';

import { IdempotencyKey } from './idempotency-key';
import { isPassing, isProblem, pauseBefore } from './problem';

const RETRIES = 2;

interface Options<Answer, Sent> {
  /** Keys of the queries that the change makes stale, here and in other tabs. */
  changes?: string[][] | ((answer: Answer, sent: Sent) => string[][]);
  onSuccess?: (answer: Answer, sent: Sent) => void;
}

/**
 * `send` gets what was given to `mutate` and the Idempotency-Key of the intention. A failure that passes (no answer,
 * server busy) is retried twice with the same key; then the error stands, and pressing again still uses that key.
 * Routes without a key (PUT, DELETE) are not repeated silently: set `repeats` to false.
 */
export function useSend<Sent, Answer>(
  send: (sent: Sent, key: string) => Promise<Answer>,
  { changes = [], onSuccess, repeats = true }: Options<Answer, Sent> & { repeats?: boolean } = {},
): UseMutationResult<Answer, Error, Sent> {
  const client = useQueryClient();
  const [intention] = useState(() => new IdempotencyKey());
  return useMutation<Answer, Error, Sent>({
    networkMode: 'always',
    mutationFn: (sent) => send(sent, intention.keyFor(sent)),
    retry: (count, error) => repeats && count < RETRIES && isPassing(error),
    retryDelay: pauseBefore,
    onSuccess: async (answer, sent) => {
      intention.answered();
      const keys = typeof changes === 'function' ? changes(answer, sent) : changes;
      if (keys.length > 0) announce({ kind: 'changed', keys });
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
      onSuccess?.(answer, sent);
    },
    onError: (error) => {
      if (!isPassing(error)) intention.answered();
      // Somebody was faster: forms on the page learn of his version (components/edit-form.tsx).
      if (isProblem(error, 'stale') && Array.isArray(changes)) {
        for (const queryKey of changes) void client.invalidateQueries({ queryKey });
      }
    },
  });
}

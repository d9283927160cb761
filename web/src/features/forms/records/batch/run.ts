/** The same done to several records, one after the other: each once, whatever becomes of the others. */
import { isPassing, pauseBefore } from '@/lib/api/problem';

export interface Outcome {
  id: string;
  /** null: done. */
  error: Error | null;
}

interface Options {
  onEach: (outcome: Outcome, done: number) => void;
  /** Asked before each: what is not begun yet is left alone. */
  stopped?: () => boolean;
  /** Waits so many milliseconds; tests wait less. */
  pause?: (ms: number) => Promise<void>;
}

const RETRIES = 2;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * `act` gets a key of its own for each record, the same when it is tried again because no answer came. Answers what
 * became of each that was begun, in order.
 */
export async function runBatch(
  ids: string[],
  act: (id: string, key: string) => Promise<unknown>,
  { onEach, stopped = () => false, pause = wait }: Options,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    if (stopped()) break;
    const key = crypto.randomUUID();
    const outcome = { id, error: await attempt(() => act(id, key)) };
    outcomes.push(outcome);
    onEach(outcome, outcomes.length);
  }
  return outcomes;

  async function attempt(once: () => Promise<unknown>): Promise<Error | null> {
    for (let count = 0; ; count += 1) {
      try {
        await once();
        return null;
      } catch (error) {
        const fault = error instanceof Error ? error : new Error(String(error));
        if (count >= RETRIES || !isPassing(fault)) return fault;
        await pause(pauseBefore(count, fault));
      }
    }
  }
}

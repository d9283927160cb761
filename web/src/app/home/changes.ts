/** What changed for me of late: how my requests ended, and what I was told and have not looked at. Newest first. */
import type { Copied, Started } from '@/features/flows/api';

const RECENT_MS = 14 * 86_400_000;

export type Change =
  | {
      kind: 'ended';
      at: string;
      row: Pick<Started, 'run_id' | 'record_id' | 'title' | 'status' | 'node_name'>;
    }
  | {
      kind: 'copied';
      at: string;
      row: Pick<Copied, 'run_id' | 'record_id' | 'title' | 'form_name' | 'initiator'>;
    };

/** Withdrawing is what I did myself: no news to me. */
const NEWS = ['approved', 'rejected'];

export function changesOf(started: Started[], copied: Copied[], now: number): Change[] {
  const ended = started.flatMap<Change>((row) =>
    row.ended_at !== null && NEWS.includes(row.status) && now - Date.parse(row.ended_at) < RECENT_MS
      ? [{ kind: 'ended', at: row.ended_at, row }]
      : [],
  );
  const told = copied.flatMap<Change>((row) =>
    row.read_at === null ? [{ kind: 'copied', at: row.at, row }] : [],
  );
  return [...ended, ...told].sort((one, other) => other.at.localeCompare(one.at));
}

/** One change of a record: what it began with, what was typed, what others saved meanwhile, and how it is saved. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

import { fitting, fromStored } from '@/entities/entry/input-state';
import type { Rule } from '@/entities/entry/rules';
import { useDraft, type Base } from '@/entities/entry/use-draft';
import { useCircumstances, useEntry } from '@/entities/entry/use-entry';
import type { Field } from '@/entities/field/definition';
import { recordQuery, type StoredRecord } from '@/entities/record/api';
import { IdempotencyKey } from '@/lib/api/idempotency-key';
import { ApiProblem, isPassing, isProblem } from '@/lib/api/problem';
import { useSend } from '@/lib/api/use-send';

import { submitChanges, submitRecord, updateRecord } from './api';
import { keepingUntouched, merged, sameEntered, touchedFields } from './merge';

const baseOf = ({ version, values }: StoredRecord): Base => ({ version, values });

/** `onDone` learns whether it was submitted, too. */
export function useEdit(
  record: StoredRecord,
  fields: Field[],
  rules: readonly Rule[] | undefined,
  onDone: (submitted: boolean) => void,
) {
  const here = useCircumstances();
  const client = useQueryClient();
  const draft = useDraft(here.memberId, `record.${record.id}`);
  const [base, setBase] = useState(() => draft.foundBase ?? baseOf(record));
  const start = useMemo(() => fromStored(fields, base.values, here), [fields, base.values, here]);
  const [begin] = useState(() => (draft.found && draft.foundBase ? fitting(fields, draft.found) : start));
  const [refreshed, setRefreshed] = useState(false);
  const pulling = useMemo(
    () => ({ formId: record.form_id, recordId: record.id, refreshed }),
    [record.form_id, record.id, refreshed],
  );
  const held = useMemo(
    () => ({ serial: record.serial, typed: start, values: base.values }),
    [record.serial, start, base.values],
  );
  const entry = useEntry(fields, begin, here, pulling, held, rules);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const [submission] = useState(() => new IdempotencyKey());
  const { typed } = entry;
  const touched = useMemo(() => touchedFields(fields, typed, start), [fields, typed, start]);
  const changed = touched.length > 0 || refreshed;
  // Only its state moved, or values that follow others: there is nothing to tell.
  if (record.version > base.version && sameEntered(fields, record.values, base.values))
    setBase(baseOf(record));

  const { keep, drop } = draft;
  useEffect(() => {
    if (done) return;
    if (changed) keep(typed, base);
    else drop();
  }, [changed, done, typed, base, keep, drop]);

  const values = useMemo(
    () => keepingUntouched(fields, entry.values, base.values, touched),
    [fields, entry.values, base.values, touched],
  );

  const save = useSend(
    async ({ submits }: { submits: boolean }) => {
      if (changed) {
        const saved = await updateRecord(record.id, base.version, values, refreshed);
        setBase(baseOf(saved));
        client.setQueryData(recordQuery(record.id).queryKey, saved);
      }
      if (submits) await submitRecord(record.id, submission.keyFor(record.id));
      return submits;
    },
    { changes: submitChanges(record.id), repeats: false, onSuccess: finish },
  );

  function finish(submitted: boolean): void {
    setDone(true);
    drop();
    onDone(submitted);
  }

  const failed = async (error: Error) => {
    if (!isPassing(error)) submission.answered();
    if (isProblem(error, 'stale')) {
      // An answer that was lost may have saved this very change.
      const newest = await client.query({ ...recordQuery(record.id), staleTime: 0 });
      if (touchedFields(fields, typed, fromStored(fields, newest.values, here)).length === 0) finish(false);
      return;
    }
    const faults = error instanceof ApiProblem ? error.fields : [];
    setProblem(faults.length > 0 && entry.place(faults).length === 0 ? null : error);
  };

  const send = (submits: boolean) => {
    if (save.isPending || done) return;
    setProblem(null);
    if (entry.check(submits)) save.mutate({ submits }, { onError: (error) => void failed(error) });
  };

  const overtaken = record.version > base.version && !save.isPending && !done;
  /** Goes on with what the other saved; in the fields `yielded` his value stands. */
  const takeOver = (yielded: string[]) => {
    const { typed: both } = merged(fields, here, {
      base: base.values,
      mine: typed,
      theirs: record.values,
      yielded,
    });
    entry.change({ kind: 'restart', typed: both });
    setBase(baseOf(record));
    setProblem(null);
  };
  const clashes = overtaken
    ? merged(fields, here, { base: base.values, mine: typed, theirs: record.values, yielded: [] }).clashes
    : [];
  return {
    entry,
    base,
    values,
    changed,
    problem,
    send,
    busy: save.isPending || done,
    done,
    found: draft.found !== null && draft.foundBase !== undefined,
    undo: () => {
      setRefreshed(false);
      entry.change({ kind: 'restart', typed: start });
    },
    refreshed,
    refresh: () => setRefreshed(true),
    drop,
    overtaken: overtaken ? { clashes, takeOver } : null,
  };
}

/** What `filling.ts` says of an entry; the same object while somebody types, so that no input is drawn for it. */
import { useLayoutEffect, useMemo, useRef } from 'react';

import { columnsOf } from '@/entities/field/registry';
import { useMe } from '@/lib/session/me';

import type { Filling } from './filling';
import type { Row } from './input-state';
import { toPayload } from './to-payload';
import type { Entry } from './use-entry';

export function useEntryFilling(formId: string, entry: Entry, trial: boolean): Filling | null {
  const { zone } = useMe().company;
  const latest = useRef(entry);
  useLayoutEffect(() => {
    latest.current = entry;
  }, [entry]);
  const { fields } = entry;
  return useMemo(
    () =>
      trial
        ? null
        : {
            formId,
            fields,
            valuesAt: (path) => ({ ...latest.current.values, ...rowValues(latest.current, path, zone) }),
          },
    [formId, fields, trial, zone],
  );
}

function rowValues({ fields, typed }: Entry, path: string, zone: string) {
  const [id, rowKey] = path.split('/');
  const lines = rowKey === undefined ? undefined : fields.find((field) => field.id === id);
  if (!lines) return {};
  const row = ((typed[lines.id] ?? []) as Row[]).find(({ key }) => key === rowKey);
  return row ? toPayload(columnsOf(lines), row.cells, zone) : {};
}

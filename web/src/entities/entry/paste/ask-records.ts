/** Asks which records are meant by the titles and numbers in pasted cells. */
import type { QueryClient } from '@tanstack/react-query';

import { ownFields } from '@/entities/condition/own-fields';
import type { Field } from '@/entities/field/definition';
import { recordKey, type NamedRecord } from '@/entities/field/parse/read-records';
import { folded, partsOf } from '@/entities/field/parse/reading';
import { typeOf } from '@/entities/field/registry';
import { candidatesOf, recordsOf, type RecordSource } from '@/entities/record/choose/sources';

import type { Filling } from '../filling';

const AT_ONCE = 6;
const SHOWN = 20;

interface Question {
  key: string;
  text: string;
  source: RecordSource;
}

/** What cannot be asked now is left out; those cells say so, and nothing else is lost. */
export async function askRecords(
  client: QueryClient,
  filling: Filling | null,
  lines: Field,
  columns: (Field | undefined)[],
  body: string[][],
): Promise<Map<string, NamedRecord[]>> {
  const found = new Map<string, NamedRecord[]>();
  const waiting = [...questions(filling, lines, columns, body).values()];
  const ask = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const records = await askFor(client, each);
      if (records) found.set(each.key, records);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return found;
}

/** Each text of a column once. */
function questions(
  filling: Filling | null,
  lines: Field,
  columns: (Field | undefined)[],
  body: string[][],
): Map<string, Question> {
  const all = new Map<string, Question>();
  columns.forEach((column, index) => {
    if (!column || typeOf(column).looksUp !== 'records') return;
    const source = sourceOf(filling, lines, column);
    const texts = body.map((line) => (line[index] ?? '').trim());
    for (const text of column.options?.multiple
      ? texts.flatMap((each) => [each, ...partsOf(each, () => false)])
      : texts)
      if (folded(text) !== '')
        all.set(recordKey(column.id, text), { key: recordKey(column.id, text), text, source });
  });
  return all;
}

/**
 * What a filter compares with may come from the same pasted rows, so it is not applied here: the server refuses what it
 * does not allow.
 */
function sourceOf(filling: Filling | null, lines: Field, column: Field): RecordSource {
  const forms = column.options?.forms ?? [];
  const depends = ownFields(column.options?.filter).length > 0;
  return filling && !depends
    ? candidatesOf(filling.formId, `${lines.id}.${column.id}`, forms, {})
    : recordsOf(forms);
}

async function askFor(client: QueryClient, { text, source }: Question): Promise<NamedRecord[] | null> {
  try {
    const pages = await Promise.all(
      source.forms.map((form) =>
        client.query({
          queryKey: ['records', 'choose', ...source.key, form, text, 'named'],
          queryFn: ({ signal }) => source.read({ form, q: text, limit: SHOWN, signal }),
          staleTime: 60_000,
          retry: 1,
        }),
      ),
    );
    return pages.flatMap(({ items }) => items);
  } catch {
    return null;
  }
}

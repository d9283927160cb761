/** Pasting into an input or a table: reads what there is on the clipboard, asks who is meant, and says what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ClipboardEvent } from 'react';

import type { Field } from '@/entities/field/definition';
import { readCell, type ReadContext } from '@/entities/field/parse/read-cell';
import { lookupsOf } from '@/entities/field/parse/read-people';
import { useReadContext } from '@/entities/field/parse/use-read-context';
import { typeOf } from '@/entities/field/registry';

import { cellChange } from '../changes';
import { useFilling } from '../filling';
import type { Entry } from '../use-entry';

import { askDirectory } from './ask-directory';
import { askRecords } from './ask-records';
import { cellsOfText, isTable } from './clipboard';
import { layoutOf, type Pasted, type Place } from './paste-rows';

const textOf = (event: ClipboardEvent) => event.clipboardData.getData('text/plain');

/** One value into the input at `path`, unless it takes a text as it is (it would only lose what it cannot read); a list that can be searched takes an unknown text as what to search for. */
export function usePasteOne(entry: Pick<Entry, 'change' | 'doubt'>) {
  const context = useReadContext();
  return (field: Field, path: string, event: ClipboardEvent) =>
    pasteOne(entry, context, { field, path, event });
}

interface One {
  field: Field;
  path: string;
  event: ClipboardEvent;
}

function pasteOne(entry: Pick<Entry, 'change' | 'doubt'>, context: ReadContext, { field, path, event }: One) {
  const text = textOf(event).trim();
  const reading = text === '' || typeOf(field).takesText ? null : readCell(field, text, context);
  if (!reading) return;
  event.preventDefault();
  event.stopPropagation();
  // A picker or a list that is open keeps a text of its own; it ends with the focus.
  if (event.target instanceof HTMLElement) event.target.blur();
  entry.change(cellChange(path, reading.cell));
  if (reading.doubt) entry.doubt(path, reading.doubt);
}

export interface TablePaste {
  /** From the cell on; false: it was one value only. */
  pasteAt: (at: Place, event: ClipboardEvent) => boolean;
  report: Pasted | null;
  close: () => void;
  /** Names are being looked up. */
  busy: boolean;
}

export function useTablePaste(lines: Field, paste: Entry['paste']): TablePaste {
  const client = useQueryClient();
  const context = useReadContext();
  const filling = useFilling();
  const [report, setReport] = useState<Pasted | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (at: Place, cells: string[][]) => {
    setBusy(true);
    const { columns, body } = layoutOf(lines, at.column, cells);
    const names = columns.flatMap((column, index) =>
      column && typeOf(column).looksUp === 'members'
        ? body.flatMap((line) => lookupsOf(column, line[index] ?? ''))
        : [],
    );
    const asked = await askDirectory(
      client,
      names,
      columns.some((column) => column && typeOf(column).looksUp === 'departments'),
    );
    const records = await askRecords(client, filling, lines, columns, body);
    setBusy(false);
    setReport(paste(lines, at, cells, { order: context.order, people: { ...asked, records } }));
  };
  const pasteAt = (at: Place, event: ClipboardEvent) => {
    const cells = cellsOfText(textOf(event));
    if (!isTable(cells)) return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.target instanceof HTMLElement) event.target.blur();
    void take(at, cells);
    return true;
  };
  return { pasteAt, report, close: () => setReport(null), busy };
}

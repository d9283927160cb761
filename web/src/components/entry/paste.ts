/** Rows copied from a spreadsheet, as cells of detail lines. */
import type { Field } from '@/lib/forms/definition';

import { plainNumber } from './numbers';
import { columnsOf, isComputed, newRow, type Circumstances, type Row } from './typed';

/** Spreadsheets copy cells with tabs, rows with line breaks, and quote cells that hold either. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [['']];
  let quoted = false;
  const append = (char: string) => {
    const row = rows.at(-1) ?? [];
    row.push((row.pop() ?? '') + char);
  };
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    const isStart = (rows.at(-1)?.at(-1) ?? '') === '';
    if (quoted && char === '"' && source[at + 1] === '"') {
      append('"');
      at += 1;
    } else if (char === '"' && (quoted || isStart)) quoted = !quoted;
    else if (!quoted && char === '\t') rows.at(-1)?.push('');
    else if (!quoted && char === '\n') rows.push(['']);
    else append(char);
  }
  return rows;
}

/** More than one cell: a paste that belongs to the table, not to the one input. */
export function isTable(cells: string[][]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}

interface Place {
  rowKey: string;
  column: string;
}

/** `at` is the cell that has the focus; the rows below it are filled, then new ones are added, up to the form's limit. */
export function withPasted(
  lines: Field,
  rows: Row[],
  at: Place,
  cells: string[][],
  here: Circumstances,
): Row[] {
  const columns = columnsOf(lines);
  const first = columns.findIndex(({ id }) => id === at.column);
  const typed = columns.slice(first);
  const start = rows.findIndex(({ key }) => key === at.rowKey);
  const most = lines.options?.max_rows ?? 200;
  const after = [...rows];
  cells.forEach((line, offset) => {
    const index = start + offset;
    if (index >= most) return;
    const row = after[index] ?? newRow(lines, here);
    const filled = { ...row.cells };
    typed.forEach((column, at) => {
      const text = line[at]?.trim();
      if (text === undefined || isComputed(column)) return;
      const cell = readCell(column, text);
      if (cell !== undefined) filled[column.id] = cell;
    });
    after[index] = { ...row, cells: filled };
  });
  return after;
}

/** undefined: nothing that such a column could hold; the cell stays as it was. */
function readCell(column: Field, text: string): string | undefined {
  switch (column.type) {
    case 'number':
    case 'money':
    case 'percent':
      return plainNumber(text);
    case 'date':
      return dayOf(text);
    case 'datetime':
      return momentOf(text);
    case 'choice':
      return choiceOf(column, text);
    case 'text':
    case 'long_text':
      return text;
    default:
      return undefined;
  }
}

/** 2026/3/5, 2026.03.05, 2026年3月5日 */
function dayOf(text: string): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}

function momentOf(text: string): string | undefined {
  const day = dayOf(text);
  const time = /(\d{1,2}):(\d{2})/.exec(text);
  return day && time ? `${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}` : undefined;
}

function choiceOf(column: Field, text: string): string | undefined {
  const isIt = (name: string) => name.toLowerCase() === text.toLowerCase();
  return column.options?.choices?.find(({ value, name }) => {
    const names = typeof name === 'string' ? [name] : Object.values(name ?? {});
    return [value, ...names].some(isIt);
  })?.value;
}

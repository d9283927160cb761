/** What a spreadsheet puts on the clipboard: cells with tabs, rows with line breaks, quotes around cells that hold either. */

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
    } else if (quoted && char === '"') quoted = false;
    else if (!quoted && char === '"' && isStart && closes(source, at)) quoted = true;
    else if (!quoted && char === '\t') rows.at(-1)?.push('');
    else if (!quoted && char === '\n') rows.push(['']);
    else append(char);
  }
  return rows;
}

/** A quote that opens a cell is closed at a cell's end; `"6" pipe` and `"A` are text as it stands. */
function closes(source: string, start: number): boolean {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else return at + 1 >= source.length || source[at + 1] === '\t' || source[at + 1] === '\n';
  }
  return false;
}

/** More than one cell, or one that a spreadsheet has quoted: it belongs to the table, not into the one input. */
export function isTable(cells: string[][]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1 || /[\n\t]/.test(cells[0]?.[0] ?? '');
}

/** The other way round, for what has to go back to a spreadsheet. */
export function textOfCells(cells: string[][]): string {
  const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}

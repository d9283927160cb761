/** The changes that can happen to what was typed. Rows keep their identity as long as nothing in them changes. */
import type { Field } from '@/lib/forms/definition';

import { withPasted } from './paste';
import { newRow, type Cell, type Circumstances, type Row, type Typed } from './typed';

export type Update = Cell | ((before: Cell | undefined) => Cell);

export type Change =
  | { kind: 'cell'; id: string; update: Update }
  | { kind: 'rowCell'; lines: string; rowKey: string; id: string; cell: Cell }
  | { kind: 'addRow'; lines: Field }
  | { kind: 'removeRow'; lines: string; rowKey: string }
  | { kind: 'paste'; lines: Field; rowKey: string; column: string; cells: string[][] }
  | { kind: 'restart'; typed: Typed };

export function reducer(here: Circumstances) {
  return (typed: Typed, change: Change): Typed => {
    switch (change.kind) {
      case 'cell': {
        const { id, update } = change;
        return {
          ...typed,
          [id]: typeof update === 'function' ? update(typed[id] as Cell | undefined) : update,
        };
      }
      case 'rowCell':
        return withRows(typed, change.lines, (rows) =>
          rows.map((row) =>
            row.key === change.rowKey ? { ...row, cells: { ...row.cells, [change.id]: change.cell } } : row,
          ),
        );
      case 'addRow':
        return withRows(typed, change.lines.id, (rows) => [...rows, newRow(change.lines, here)]);
      case 'removeRow':
        return withRows(typed, change.lines, (rows) => rows.filter(({ key }) => key !== change.rowKey));
      case 'paste':
        return withRows(typed, change.lines.id, (rows) =>
          withPasted(change.lines, rows, change, change.cells, here),
        );
      case 'restart':
        return change.typed;
    }
  };
}

function withRows(typed: Typed, lines: string, change: (rows: Row[]) => Row[]): Typed {
  return { ...typed, [lines]: change((typed[lines] ?? []) as Row[]) };
}

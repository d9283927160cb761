/** The changes that can happen to what was typed. Rows keep their identity as long as nothing in them changes. */
import { type Cell, type Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';

import { newRow, type Row, type Typed } from './input-state';

export type Update = Cell | ((before: Cell | undefined) => Cell);

export type Change =
  | { kind: 'cell'; id: string; update: Update }
  | { kind: 'rowCell'; lines: string; rowKey: string; id: string; update: Update }
  | { kind: 'addRow'; lines: Field }
  | { kind: 'removeRow'; lines: string; rowKey: string }
  | { kind: 'rows'; lines: string; rows: Row[] }
  | { kind: 'restart'; typed: Typed };

export function reducer(here: Circumstances) {
  return (typed: Typed, change: Change): Typed => {
    switch (change.kind) {
      case 'cell':
        return { ...typed, [change.id]: updated(typed[change.id] as Cell | undefined, change.update) };
      case 'rowCell':
        return withRows(typed, change.lines, (rows) =>
          rows.map((row) =>
            row.key === change.rowKey
              ? { ...row, cells: { ...row.cells, [change.id]: updated(row.cells[change.id], change.update) } }
              : row,
          ),
        );
      case 'addRow':
        return withRows(typed, change.lines.id, (rows) => [...rows, newRow(change.lines, here)]);
      case 'removeRow':
        return withRows(typed, change.lines, (rows) => rows.filter(({ key }) => key !== change.rowKey));
      case 'rows':
        return { ...typed, [change.lines]: change.rows };
      case 'restart':
        return change.typed;
    }
  };
}

/** A change of the input at a path, as `cell-path.ts` names it. */
export function cellChange(path: string, update: Update): Change {
  const [field = '', rowKey, id = ''] = path.split('/');
  return rowKey === undefined
    ? { kind: 'cell', id: field, update }
    : { kind: 'rowCell', lines: field, rowKey, id, update };
}

function updated(before: Cell | undefined, update: Update): Cell {
  return typeof update === 'function' ? update(before) : update;
}

function withRows(typed: Typed, lines: string, change: (rows: Row[]) => Row[]): Typed {
  return { ...typed, [lines]: change((typed[lines] ?? []) as Row[]) };
}

import { describe, expect, it } from 'vitest';

import { type FileRef } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';

import { cellChange, reducer } from '../changes';
import { checkAll } from '../check';
import { fitting, type Typed } from '../input-state';
import { toPayload } from '../to-payload';

import { newFiles, unsentFiles } from './unsent';

const fields: Field[] = [
  { id: 'files', type: 'attachment', name: '附件' },
  {
    id: 'lines',
    type: 'lines',
    name: '明细',
    options: {
      columns: [
        { id: 'what', type: 'text', name: '说明' },
        { id: 'receipts', type: 'attachment', name: '发票' },
      ],
    },
  },
];
const there: FileRef = { id: 'f1', name: 'a.pdf', size: 1 };
const fresh: FileRef = { id: 'f2', name: 'b.pdf', size: 1, fresh: true };
const failed: FileRef = {
  id: '',
  name: 'c.pdf',
  size: 1,
  upload: { key: 'u1', state: 'failed', problem: 'no' },
};
const sending: FileRef = { id: '', name: 'd.pdf', size: 1, upload: { key: 'u2', state: 'sending' } };
const typed: Typed = {
  files: [there, fresh, failed],
  lines: [{ key: 'r1', cells: { what: 'x', receipts: [sending] } }],
};
const here = { zone: 'Asia/Shanghai', today: '2026-03-05', memberId: 'chen' };

describe('a file that is not there', () => {
  it('is found wherever it stands, with what the server calls its field', () => {
    expect(unsentFiles(fields, typed)).toEqual([
      { path: 'files', apiField: 'files', file: failed },
      { path: 'lines/r1/receipts', apiField: 'lines.receipts', file: sending },
    ]);
    expect(newFiles(fields, typed)).toBe(3);
  });

  it('blocks, at its field and at its cell', () => {
    expect(checkAll(fields, typed)).toEqual({
      files: { code: 'unsent', limit: 'c.pdf' },
      'lines/r1/receipts': { code: 'unsent', limit: 'd.pdf' },
    });
  });

  it('is no file of the record', () =>
    expect(toPayload(fields, typed, here.zone)).toEqual({
      files: [{ id: 'f1' }, { id: 'f2' }],
      lines: [{ what: 'x', receipts: [] }],
    }));

  it('is lost with the page, and the draft says so', () => {
    const kept = fitting(fields, JSON.parse(JSON.stringify(typed)) as Typed);
    expect(unsentFiles(fields, kept).map(({ file }) => file.upload)).toEqual([
      { key: 'u1', state: 'lost' },
      { key: 'u2', state: 'lost' },
    ]);
    expect(Object.keys(checkAll(fields, kept))).toEqual(['files', 'lines/r1/receipts']);
  });

  it('does not come back to a row that was removed meanwhile', () => {
    const change = reducer(here);
    const without = change(typed, { kind: 'removeRow', lines: 'lines', rowKey: 'r1' });
    const late = change(
      without,
      cellChange('lines/r1/receipts', () => [there]),
    );
    expect(late.lines).toEqual([]);
  });

  it('makes a row of its own worth sending', () =>
    expect(Object.keys(checkAll(fields, { lines: [{ key: 'r2', cells: { receipts: [sending] } }] }))).toEqual(
      ['lines/r2/receipts'],
    ));
});

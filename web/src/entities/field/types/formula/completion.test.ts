import { expect, it } from 'vitest';

import { callAt, completionAt, signatureParts } from './completion';
import { findFunctions, FUNCTION_HELP, helpOf } from './function-help';

const NAMES = [
  { shown: '数量', stored: 'quantity' },
  { shown: '明细.金额', stored: 'lines.amount' },
];
const labels = (text: string, cursor = text.length) =>
  completionAt(text, cursor, NAMES, 'zh-CN', '字段')?.suggestions.map(({ label }) => label);

it('offers functions by their beginning and fields by any part of their name', () => {
  expect(labels('1+COUNTI')).toEqual(['COUNTIF', 'COUNTIFS']);
  expect(labels('SUM(金')).toEqual(['明细.金额']);
  expect(labels('SUM([')).toEqual(['数量', '明细.金额']);
  expect(labels('SUM([明')).toEqual(['明细.金额']);
});

it('offers nothing within a text, behind a closed name, or where nothing is typed', () => {
  expect(labels('CONCAT("SU')).toBeUndefined();
  expect(labels('[数量]')).toBeUndefined();
  expect(labels('1 + ')).toBeUndefined();
});

it('takes the place of the whole name, its closing bracket included', () => {
  const found = completionAt('SUM([数])', 6, NAMES, 'zh-CN', '字段');
  expect(found).toMatchObject({ start: 4, end: 7, suggestions: [{ text: '[数量]', back: 0 }] });
});

it('knows the function and the argument that the cursor stands in', () => {
  expect(callAt('IF(SUM([a,b], 1)>2, ', 20)).toEqual({ name: 'IF', argument: 1 });
  expect(callAt('IF(SUM(1, ', 10)).toEqual({ name: 'SUM', argument: 1 });
  expect(callAt('IF(CONCAT(",(") , (1+', 21)).toEqual({ name: 'IF', argument: 1 });
  expect(callAt('SUM(1)', 6)).toBeNull();
});

it('lets the argument that is being written stand out, the last of those that repeat too', () => {
  const current = (name: string, argument: number) =>
    signatureParts(helpOf(name)?.signature.en ?? '', argument).find((part) => part.current)?.text;
  expect(current('IF', 1)).toBe('then, ');
  expect(current('SUM', 7)).toBe('[number2], ');
  expect(current('TODAY', 0)).toBeUndefined();
});

it('finds functions by name first, then by what they do', () => {
  expect(findFunctions('sumif', 'en').map(({ name }) => name)).toEqual(['SUMIF', 'SUMIFS']);
  expect(findFunctions('大写', 'zh-CN').map(({ name }) => name)).toContain('RMB');
  expect(FUNCTION_HELP.length).toBeGreaterThanOrEqual(60);
});

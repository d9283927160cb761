import { beforeEach, expect, it } from 'vitest';

import { dropAllDrafts, dropDraft, readDraft, writeDraft } from './drafts';

beforeEach(() => localStorage.clear());

it('gives back what was typed, to the one who typed it', () => {
  writeDraft('chen', 'form-1', { customer: '苏州' });
  expect(readDraft('chen', 'form-1')).toEqual({ customer: '苏州' });
  expect(readDraft('zhou', 'form-1')).toBeNull();
});

it('forgets one that was sent', () => {
  writeDraft('chen', 'form-1', {});
  dropDraft('chen', 'form-1');
  expect(readDraft('chen', 'form-1')).toBeNull();
});

it('forgets all at sign-out, and nothing but drafts', () => {
  writeDraft('chen', 'form-1', {});
  writeDraft('zhou', 'form-2', {});
  localStorage.setItem('banli.language', 'en');
  dropAllDrafts();
  expect(Object.keys(localStorage)).toEqual(['banli.language']);
});

it('takes one that cannot be read for none', () => {
  localStorage.setItem('banli.draft.chen.form-1', '{');
  expect(readDraft('chen', 'form-1')).toBeNull();
});

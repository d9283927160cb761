/** Which forms an app shows, and in which order. */
import { expect, it } from 'vitest';

import type { FormEntry } from '@/entities/form/api';

import { formsOf, placeIn, type App } from './api';

const app = (id: string, more: Partial<App> = {}): App => ({
  id,
  key: id,
  name: id,
  icon: '',
  color: '',
  default: false,
  menu: [],
  version: 1,
  ...more,
});
const form = (id: string, appId: string) => ({ id, app_id: appId }) as FormEntry;
const idsOf = (forms: FormEntry[]) => forms.map(({ id }) => id);

const general = app('general', { default: true });
const sales = app('sales', { menu: [{ kind: 'form', id: 'c' }] });
const forms = [form('a', ''), form('b', 'sales'), form('c', 'sales'), form('d', 'gone')];

it('shows what the menu names first, then the others as they came', () => {
  expect(idsOf(formsOf(sales, [general, sales], forms))).toEqual(['c', 'b']);
});

it('shows in the default app what is in no app that is known', () => {
  expect(idsOf(formsOf(general, [general, sales], forms))).toEqual(['a', 'd']);
});

it('names the default app by nothing', () => {
  expect([placeIn(general), placeIn(sales)]).toEqual(['', 'sales']);
});

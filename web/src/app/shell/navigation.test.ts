/** A place is called the same in the navigation and on its page, in both languages. */
import { describe, expect, it } from 'vitest';

import { LANGUAGES, type Language } from '@/config/languages';

import { NAVIGATION, type Entry } from './navigation';

const files = import.meta.glob<Record<string, unknown>>('/src/{app,features/*}/locales/*.json', {
  eager: true,
  import: 'default',
});

/** Where each page has its title; the start page greets instead. */
const TITLES: Record<Exclude<Entry['label'], 'home'>, string> = {
  todos: 'features/flows:todos.title',
  new: 'features/forms:open.title',
  started: 'features/flows:started.title',
  cc: 'features/flows:cc.title',
  done: 'features/flows:done.title',
  records: 'features/forms:records.heading',
  manageApps: 'features/apps:title',
  manageForms: 'features/forms-editor:list.title',
  manageFlows: 'features/flows-editor:list.title',
  members: 'features/directory:members.title',
  departments: 'features/directory:departments.title',
  roles: 'features/directory:roles.title',
  webhooks: 'features/integrations:title',
  company: 'features/tenancy:company.title',
  audit: 'features/tenancy:audit.title',
  jobs: 'features/jobs:title',
};

function word(language: Language, key: string): unknown {
  const [folder = '', path = ''] = key.split(':');
  const words: unknown = files[`/src/${folder}/locales/${language}.json`];
  return path.split('.').reduce((at, part) => (at as Record<string, unknown>)[part], words);
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.entries(TITLES))('%s is called the same in menu and page', (label, title) => {
    expect(word(language, title)).toBe(word(language, `app:nav.${label}`));
  });
});

it('leaves no place out', () => {
  const labels = NAVIGATION.flatMap(({ entries }) => entries.map(({ label }) => label));
  expect(labels.filter((label) => label !== 'home').sort()).toEqual(Object.keys(TITLES).sort());
});

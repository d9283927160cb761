/** Both languages say the same things: the same keys, with the same placeholders, in every file of words. */
import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '@/config/languages';

interface Words {
  [key: string]: string | Words;
}

const files = import.meta.glob<Words>(
  [
    '/src/{app,components}/locales/*.json',
    '/src/{components,entities,features}/*/locales/*.json',
    '/src/entities/*/*/*/locales/*.json',
  ],
  {
    eager: true,
    import: 'default',
  },
);
const folders = [...new Set(Object.keys(files).map((path) => path.replace(/[^/]+$/, '')))];

/** `key` → its placeholders; plural forms of one key count as one. */
function shape(words: Words, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const path = prefix + key;
    if (typeof value !== 'string') shape(value, `${path}.`).forEach((text, inner) => found.set(inner, text));
    else
      found.set(path.replace(/_(one|other)$/, ''), (value.match(/{{\w+}}|<\/?\w+>/g) ?? []).sort().join(' '));
  }
  return found;
}

describe.each(folders)('%s', (folder) => {
  const [first, ...others] = LANGUAGES.map((language) => ({
    language,
    words: files[`${folder}${language}.json`],
  }));

  it.each(others)('$language says what the first language says', ({ words }) => {
    expect([...shape(words ?? {})].sort()).toEqual([...shape(first?.words ?? {})].sort());
  });
});

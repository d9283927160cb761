/**
 * Prints the compressed script that each first page needs, and fails above the budget. A first page is a route that
 * people open from a bookmark or a mail; its weight is the entry, the route's own chunk, and everything that these
 * import statically.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 250 * 1024;
const DIST = new URL('../dist/', import.meta.url);
const ENTRY = 'index.html';

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, found);
  return found;
}

const bytes = (key) => gzipSync(readFileSync(new URL(manifest[key].file, DIST))).length;
const total = (keys) =>
  [...keys].filter((key) => manifest[key].file.endsWith('.js')).reduce((sum, key) => sum + bytes(key), 0);
const kilobytes = (count) => `${(count / 1024).toFixed(1).padStart(7)} KB`;

const entry = withImports(ENTRY);
console.log(`${kilobytes(total(entry))}  entry`);

const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*-page\.tsx$/.test(key));
let worst = total(entry);
for (const page of pages) {
  const weight = total(withImports(page, new Set(entry)));
  worst = Math.max(worst, weight);
  console.log(`${kilobytes(weight)}  ${page.replace('src/features/', '')}`);
}
console.log(`${kilobytes(BUDGET)}  budget`);
if (worst > BUDGET) {
  console.error('A first page is above the budget: load what it does not need at once on demand.');
  process.exit(1);
}

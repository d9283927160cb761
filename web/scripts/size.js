/**
 * Prints the compressed script that each page needs when it is the first one of a visit, and fails if one of the pages
 * that visits begin with is above the budget. A page weighs the entry, the frame around it, its own chunk, everything
 * that these import statically, and its words.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const BUDGET = 250 * KB;
const DIST = new URL('../dist/', import.meta.url);
const ENTRY = 'index.html';

/** Opened from a bookmark or a mail. Everything else is reached from them, when the entry is there already. */
const FIRST = [
  'app/home/home-page.tsx',
  'features/directory/join-page.tsx',
  'features/directory/sign-up-page.tsx',
  'features/directory/verify-page.tsx',
  'features/identity/forgot-password-page.tsx',
  'features/identity/reset-password-page.tsx',
  'features/identity/sign-in-page.tsx',
];

/** These stand alone; all others stand in the frame that the signed-in part loads with them. */
const UNFRAMED = /^src\/features\/(identity|directory\/(join|sign-up|verify)-page)/;
const FRAME = 'src/app/shell/shell.tsx';

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key].imports ?? []) withImports(next, found);
  return found;
}

function bytes(keys) {
  const scripts = [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST))).length, 0);
}

const isWords = (folder) => (key) => key.startsWith(folder) && key.endsWith('locales/zh-CN.json');
const words = (folder) => Object.keys(manifest).filter(isWords(folder));
const asJson = process.argv.includes('--json');
const line = (count, name) => asJson || console.log(`${(count / KB).toFixed(1).padStart(7)} KB  ${name}`);

const common = withImports(
  ENTRY,
  new Set([...words('src/app/locales/'), ...words('src/components/locales/')]),
);
line(bytes(common), 'entry');

const over = [];
let heaviest = 0;
for (const page of Object.keys(manifest).filter((key) => key.endsWith('-page.tsx'))) {
  const name = page.replace('src/', '');
  const around = UNFRAMED.test(page) ? common : withImports(FRAME, new Set(common));
  const weight = bytes(withImports(page, new Set([...around, ...words(page.replace(/[^/]+$/, ''))])));
  line(weight, name + (FIRST.includes(name) ? '' : '  (not a first page)'));
  if (FIRST.includes(name)) heaviest = Math.max(heaviest, weight);
  if (FIRST.includes(name) && weight > BUDGET) over.push(name);
}
line(BUDGET, 'budget');

if (asJson) console.log(JSON.stringify({ first_load_gzip_bytes: heaviest }));

const missing = FIRST.filter((name) => !manifest[`src/${name}`]);
if (missing.length > 0) throw new Error(`No such page: ${missing.join(', ')}`);
if (over.length > 0) {
  console.error(`Above the budget: ${over.join(', ')}. Load on demand what is not needed at once.`);
  process.exit(1);
}

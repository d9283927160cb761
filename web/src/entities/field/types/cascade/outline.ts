/**
 * The tree as text: a choice a line, indented below the one that it belongs to. What stands where it stood keeps its
 * stored value, and a line that was written anew at its place is the same choice under another name.
 */
import type { Language } from '@/config/languages';
import { withText } from '@/entities/form/editing/labels';

import { nameIn, pathTo } from '../../choice-paths';
import type { Choice } from '../../definition';

export const MOST_NODES = 2000;
const LONGEST_VALUE = 60;
const INDENT = '  ';

export function outlineOf(choices: Choice[], language: Language): string {
  return choices
    .map(({ value }) => INDENT.repeat(pathTo(choices, value).length - 1) + nameIn(choices, value, language))
    .join('\n');
}

interface Line {
  name: string;
  level: number;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const widths: number[] = [];
  for (const line of text.split('\n')) {
    const name = line.trim();
    if (name === '') continue;
    const width = (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', INDENT).replaceAll('\u3000', INDENT).length;
    while (widths.length > 0 && (widths.at(-1) ?? 0) >= width) widths.pop();
    lines.push({ name, level: widths.length });
    widths.push(width);
  }
  return lines;
}

interface Known {
  choices: Choice[];
  /** Those that records may hold already: renaming them must not change what is stored. */
  published: Choice[];
  language: Language;
}

export function choicesFrom(text: string, { choices, published, language }: Known): Choice[] {
  const lines = linesOf(text).slice(0, MOST_NODES);
  const keys = keysOf(lines);
  const wanted = new Set(keys);
  const known = new Map<string, Choice>();
  for (const of of [choices, published])
    for (const choice of of) known.set(namePath(of, choice.value, language), choice);
  const levels = linesOf(outlineOf(published, language)).map(({ level }) => level);
  const renamed = (at: number): Choice | undefined => {
    const [there, line] = [published[at], lines[at]];
    if (!there || !line || lines.length !== levels.length || levels[at] !== line.level) return undefined;
    if (wanted.has(namePath(published, there.value, language))) return undefined;
    const name = withText(there.name ?? there.value, language, line.name, language);
    return { ...there, name };
  };
  const taken = new Set<string>();
  const path: Choice[] = [];
  return lines.map(({ name, level }, at) => {
    const above = level === 0 ? undefined : path[level - 1];
    const same = known.get(keys[at] ?? '') ?? renamed(at);
    const choice = same && !taken.has(same.value) ? { ...same } : made(name, above, taken);
    if (above) choice.parent = above.value;
    else delete choice.parent;
    taken.add(choice.value);
    path.length = level;
    path.push(choice);
    return choice;
  });
}

/** The names from the top to each line. */
function keysOf(lines: Line[]): string[] {
  const names: string[] = [];
  return lines.map(({ name, level }) => {
    names.length = level;
    names.push(name);
    return JSON.stringify(names);
  });
}

/** A value of its own: "其他" may stand below several. */
function made(name: string, above: Choice | undefined, taken: Set<string>): Choice {
  const plain = name.slice(0, LONGEST_VALUE);
  if (!taken.has(plain)) return plain === name ? { value: plain } : { value: plain, name };
  const beneath = `${above?.value ?? ''}/${name}`.slice(-LONGEST_VALUE);
  let value = beneath;
  for (let number = 2; taken.has(value); number += 1)
    value = `${beneath.slice(0, LONGEST_VALUE - 5)} ${number}`;
  return { value, name };
}

function namePath(choices: Choice[], value: string, language: Language): string {
  return JSON.stringify(pathTo(choices, value).map((each) => nameIn(choices, each, language)));
}

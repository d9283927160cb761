/**
 * Formulas as a builder reads them: fields by their names in brackets, `[单价] * [数量]`. Stored are ids, which stay
 * when a name changes. Full-width signs of a Chinese keyboard become the half-width ones that formulas are made of.
 */
import type { Language } from '@/config/languages';
import { type Definition } from '@/entities/form/definition';
import { type Place } from '@/entities/form/editing/changes';

import { cellsOf } from '../../cells';
import { type Field } from '../../definition';
import { labelText } from '../../label';
import { columnsOf } from '../../registry';

/** What a formula may name: how it is shown, and what is stored. */
export interface Name {
  shown: string;
  stored: string;
  /** The lines that the column belongs to; only aggregates take it. */
  of?: Field;
}

const FULL_WIDTH: Record<string, string> = {
  '，': ',',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
  '；': ',',
  '、': ',',
  '【': '[',
  '】': ']',
};
/** Quoted text, a bracketed name, an id with perhaps a column. */
const PARTS = /("(?:[^"]|"")*")|\[([^\][]*)\]|([A-Za-z]\w*(?:\.[A-Za-z]\w*)?)/g;

/** For the formula at `place`: siblings of its own row first, then fields, then whole columns of lines. */
export function namesAt(definition: Definition, place: Place, language: Language): Name[] {
  const text = (field: Field) => labelText(field.name, language).replace(/[[\]]/g, ' ').trim() || field.id;
  const lines = definition.fields.find(({ id }) => id === place.field);
  const siblings = place.column !== undefined && lines ? columnsOf(lines) : [];
  const found: Name[] = siblings
    .filter(({ id }) => id !== place.column)
    .map((field) => ({ shown: text(field), stored: field.id }));
  for (const field of definition.fields) {
    if (!cellsOf(field).operand || field.id === place.field) continue;
    found.push({ shown: text(field), stored: field.id });
  }
  for (const of of definition.fields) {
    for (const field of columnsOf(of)) {
      if (place.column !== undefined && of.id === place.field) continue;
      const [shown, stored] = [`${text(of)}.${text(field)}`, `${of.id}.${field.id}`];
      found.push({ shown, stored, of });
    }
  }
  return distinct(found);
}

const GENERATED = /^f_[0-9a-z]{10}(\.f_[0-9a-z]{10})?$/;

/**
 * Names also for what the expression uses and the form no longer has, so that nobody has to read an id. `before` is
 * what the form had; `say` makes of an old label, or of none, what stands in the brackets.
 */
export function withGone(
  names: Name[],
  expression: string,
  before: Name[],
  say: (name: string | undefined) => string,
): Name[] {
  const known = new Set(names.map(({ stored }) => stored));
  const used = new Set([...expression.matchAll(PARTS)].flatMap(([, , , id]) => id ?? []));
  const gone = [...used].flatMap((stored) => {
    const old = before.find((name) => name.stored === stored);
    if (known.has(stored) || (!old && !GENERATED.test(stored))) return [];
    return [{ shown: say(old?.shown), stored }];
  });
  const taken = new Set(names.map(({ shown }) => shown));
  return [
    ...names,
    ...gone.map((name, index) => ({ ...name, shown: fresh(name.shown, index, gone, taken) })),
  ];
}

/** Two deleted fields that are called alike are counted. */
function fresh(shown: string, index: number, all: Name[], taken: Set<string>): string {
  const twins = all.filter((name) => name.shown === shown).length > 1 || taken.has(shown);
  return twins ? `${shown} ${index + 1}` : shown;
}

/** Two fields with one name are told apart by their ids. */
function distinct(names: Name[]): Name[] {
  const count = new Map<string, number>();
  for (const { shown } of names) count.set(shown, (count.get(shown) ?? 0) + 1);
  return names.map((name) =>
    (count.get(name.shown) ?? 0) > 1 ? { ...name, shown: `${name.shown} #${name.stored}` } : name,
  );
}

export function toShown(expression: string, names: Name[]): string {
  const byId = new Map(names.map(({ shown, stored }) => [stored, `[${shown}]`]));
  return expression.replace(PARTS, (whole: string, _quoted, _name, id?: string) =>
    id === undefined ? whole : (byId.get(id) ?? whole),
  );
}

export interface Stored {
  expression: string;
  /** Names in brackets that no field has. */
  unknown: string[];
}

export function toStored(shown: string, names: Name[]): Stored {
  const byName = new Map(names.map((name) => [name.shown, name.stored]));
  const unknown: string[] = [];
  const expression = halfWidth(shown).replace(PARTS, (whole: string, _quoted, name?: string) => {
    if (name === undefined) return whole;
    const stored = byName.get(name.trim());
    if (stored === undefined) unknown.push(name.trim());
    return stored ?? whole;
  });
  return { expression, unknown };
}

/** Outside of quotes and brackets, where names and texts keep their own punctuation. */
function halfWidth(text: string): string {
  let quoted = false;
  let named = false;
  let result = '';
  for (const sign of text) {
    const plain = FULL_WIDTH[sign] ?? fullWidthAscii(sign);
    if (!named && plain === '"' && (!quoted || sign !== '“')) quoted = !quoted;
    else if (quoted) {
      result += sign;
      continue;
    }
    if (!quoted && plain === '[') named = true;
    if (named && plain === ']') named = false;
    result += named && plain !== '[' ? sign : plain;
  }
  return result;
}

function fullWidthAscii(sign: string): string {
  const code = sign.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
}

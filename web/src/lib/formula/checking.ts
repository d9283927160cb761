/** What can be known before any value is: unknown names and functions, argument counts, lists, kinds that cannot mix. */
import { FormulaError } from './faults';
import { find } from './functions';
import type { Function } from './functions/base';
import { pathOf, type Call, type Node, type Reference } from './nodes';
import { kindOf, type Kind } from './values';

type Kinds = ReadonlyMap<string, Kind>;

/** What a formula may name: fields by id, columns by lines id, and, inside lines, the siblings of its own row. */
export interface Names {
  fields: Kinds;
  lines: ReadonlyMap<string, Kinds>;
  row?: Kinds;
}

const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='];
const NUMBER: readonly Kind[] = ['number'];

const isFree = (kind: Kind): boolean => kind === 'any' || kind === 'blank';

/** The kind of a formula's result. Throws FormulaError for what could never be evaluated. */
export function infer(node: Node, names: Names): Kind {
  switch (node.what) {
    case 'literal':
      return kindOf(node.value);
    case 'reference':
      return reference(node, names);
    case 'unary':
      demand(infer(node.operand, names), NUMBER);
      return 'number';
    case 'chain':
      return node.rest.reduce(
        (kind, { sign, operand }) => operator(sign, kind, infer(operand, names)),
        infer(node.first, names),
      );
    case 'call':
      return call(node, names);
  }
}

function reference(node: Reference, names: Names): Kind {
  if (node.column === '') {
    const known = names.row?.get(node.name) ?? names.fields.get(node.name);
    if (known) return known;
  }
  columnKind(node, names);
  throw new FormulaError('formula_list', node.at, { name: pathOf(node) });
}

function columnKind(node: Reference, names: Names): Kind {
  const columns = names.lines.get(node.name);
  const kind = node.column === '' ? 'any' : columns?.get(node.column);
  if (!columns || !kind) throw new FormulaError('formula_unknown_name', node.at, { name: pathOf(node) });
  return kind;
}

function operator(sign: string, left: Kind, right: Kind): Kind {
  if (sign === '&') return 'text';
  if (COMPARISONS.includes(sign)) {
    if (left !== right && !isFree(left) && !isFree(right)) throw mixed(right, left);
    return 'boolean';
  }
  const moves = sign === '+' || sign === '-';
  if (moves && (left === 'date' || right === 'date')) return days(sign, left, right);
  demand(left, NUMBER);
  demand(right, NUMBER);
  return moves && (left === 'any' || right === 'any') ? 'any' : 'number';
}

function days(sign: string, left: Kind, right: Kind): Kind {
  if (left === right) {
    if (sign === '-') return 'number';
    throw mixed('date', 'number');
  }
  if (sign === '-' && left !== 'date') {
    if (left === 'any') return 'number';
    throw mixed('date', 'number');
  }
  demand(left === 'date' ? right : left, NUMBER);
  return left === 'any' || right === 'any' ? 'any' : 'date';
}

function call(node: Call, names: Names): Kind {
  const found = find(node.name, node.at);
  const { least, most, gives, passesFrom = 0 } = found;
  if (node.arguments.length < least || node.arguments.length > most)
    throw new FormulaError('formula_arguments', node.at, { name: node.name, least, most });
  const kinds = node.arguments.map((each, index) => argument(found, index, each, names));
  if (gives !== null) return gives;
  const passed = new Set(kinds.slice(passesFrom).filter((kind) => kind !== 'blank'));
  const [only] = passed;
  if (passed.size > 1) return 'any';
  return only ?? 'blank';
}

function argument(called: Function, index: number, node: Node, names: Names): Kind {
  const kind = kindOfArgument(called, node, names);
  demand(kind, called.takes[Math.min(index, called.takes.length - 1)] ?? []);
  return kind;
}

function kindOfArgument(called: Function, node: Node, names: Names): Kind {
  if (!called.lists || node.what !== 'reference' || !names.lines.has(node.name)) return infer(node, names);
  if (node.column === '' && called.name !== 'COUNT')
    throw new FormulaError('formula_list', node.at, { name: pathOf(node) });
  return columnKind(node, names);
}

function demand(kind: Kind, allowed: readonly Kind[]): void {
  if (allowed.includes(kind) || isFree(kind)) return;
  throw new FormulaError('formula_type', 0, { found: kind, expected: [...allowed].sort().join('/') });
}

function mixed(found: Kind, expected: Kind): FormulaError {
  return new FormulaError('formula_type', 0, { found, expected });
}

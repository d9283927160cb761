/** What can be known before any value is: unknown names and functions, argument counts, lists, kinds that cannot mix. */
import { FormulaError } from './faults';
import { find } from './functions';
import { fits, isAlike, passed, takesAt, takesList, type Function } from './functions/base';
import { pathOf, positionOf, type Call, type Node, type Reference } from './nodes';
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
      demand(infer(node.operand, names), NUMBER, positionOf(node.operand));
      return 'number';
    case 'chain':
      return node.rest.reduce(
        (kind, { sign, operand }) =>
          operator(sign, [kind, positionOf(node)], [infer(operand, names), positionOf(operand)]),
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

/** A kind, and where what is of it stands. */
type Placed = readonly [Kind, number];

function operator(sign: string, first: Placed, second: Placed): Kind {
  const [[left], [right]] = [first, second];
  if (sign === '&') return 'text';
  if (COMPARISONS.includes(sign)) {
    if (left !== right && !isFree(left) && !isFree(right)) throw mixed(second, left);
    return 'boolean';
  }
  const moves = sign === '+' || sign === '-';
  if (moves && (left === 'date' || right === 'date')) return days(sign, first, second);
  demand(left, NUMBER, first[1]);
  demand(right, NUMBER, second[1]);
  return moves && (left === 'any' || right === 'any') ? 'any' : 'number';
}

function days(sign: string, first: Placed, second: Placed): Kind {
  const [[left], [right, at]] = [first, second];
  if (left === right) {
    if (sign === '-') return 'number';
    throw mixed(['date', at], 'number');
  }
  if (sign === '-' && left !== 'date') {
    if (left === 'any') return 'number';
    throw mixed(['date', at], 'number');
  }
  const [other, place] = left === 'date' ? second : first;
  demand(other, NUMBER, place);
  return left === 'any' || right === 'any' ? 'any' : 'date';
}

function call(node: Call, names: Names): Kind {
  const found = find(node.name, node.at);
  const { least, most, gives } = found;
  if (!fits(found, node.arguments.length))
    throw new FormulaError('formula_arguments', node.at, { name: node.name, least, most });
  const kinds = node.arguments.map((each, index) => argument(found, index, each, names));
  demandAlike(found, node, kinds);
  if (found.aligned) demandAligned(node, names);
  if (gives !== null) return gives;
  const kept = new Set(passed(found, kinds).filter((kind) => kind !== 'blank'));
  const [only] = kept;
  if (kept.size > 1) return 'any';
  return only ?? 'blank';
}

function argument(called: Function, index: number, node: Node, names: Names): Kind {
  const kind = kindOfArgument(called, index, node, names);
  demand(kind, takesAt(called, index), positionOf(node));
  return kind;
}

function kindOfArgument(called: Function, index: number, node: Node, names: Names): Kind {
  if (!takesList(called, index) || node.what !== 'reference' || !names.lines.has(node.name))
    return infer(node, names);
  if (node.column === '' && !called.rows)
    throw new FormulaError('formula_list', node.at, { name: pathOf(node) });
  return columnKind(node, names);
}

function demandAlike(called: Function, node: Call, kinds: Kind[]): void {
  const placed = node.arguments.map((each, index): Placed => [kinds[index] ?? 'any', positionOf(each)]);
  const [first, ...rest] = placed.filter(
    ([kind], index) => isAlike(called, index, kinds.length) && !isFree(kind),
  );
  const other = rest.find(([kind]) => kind !== first?.[0]);
  if (first && other) throw mixed(other, first[0]);
}

/** Columns that are gone through row by row are of the same lines. */
function demandAligned(node: Call, names: Names): void {
  const columns = node.arguments.filter(
    (each) => each.what === 'reference' && each.column !== '' && names.lines.has(each.name),
  ) as Reference[];
  const other = columns.find(({ name }) => name !== columns[0]?.name);
  if (other) throw new FormulaError('formula_columns_differ', other.at);
}

function demand(kind: Kind, allowed: readonly Kind[], at: number): void {
  if (allowed.includes(kind) || isFree(kind)) return;
  throw new FormulaError('formula_type', at, { found: kind, expected: [...allowed].sort().join('/') });
}

function mixed([found, at]: Placed, expected: Kind): FormulaError {
  return new FormulaError('formula_type', at, { found, expected });
}

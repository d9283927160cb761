/** The tree of a parsed formula: nothing in it can be called or looked up but what these names say. */
import type { Value } from './values';

export interface Literal {
  what: 'literal';
  value: Value;
  at: number;
}

/** A field `total`, the lines `lines`, or a column of them `lines.amount` (column '' if none). */
export interface Reference {
  what: 'reference';
  name: string;
  column: string;
  at: number;
}

/** `-`, `+` before its operand, or `%` behind it. */
export interface Unary {
  what: 'unary';
  sign: string;
  operand: Node;
  at: number;
}

/** `a - b + c`: operators of one precedence from left to right; flat, so that a long sum is not a deep tree. */
export interface Chain {
  what: 'chain';
  first: Node;
  rest: { sign: string; operand: Node }[];
}

export interface Call {
  what: 'call';
  name: string;
  arguments: Node[];
  at: number;
}

export type Node = Literal | Reference | Unary | Chain | Call;

export function pathOf({ name, column }: Reference): string {
  return column === '' ? name : `${name}.${column}`;
}

function children(node: Node): Node[] {
  if (node.what === 'unary') return [node.operand];
  if (node.what === 'chain') return [node.first, ...node.rest.map(({ operand }) => operand)];
  return node.what === 'call' ? node.arguments : [];
}

/** Every reference in the tree, from left to right, repeats included. */
export function references(node: Node): Reference[] {
  return node.what === 'reference' ? [node] : children(node).flatMap(references);
}

/** The 1-based character at which it begins. */
export function positionOf(node: Node): number {
  return node.what === 'chain' ? positionOf(node.first) : node.at;
}

/** The names of the functions that are called in the tree. */
export function calledIn(node: Node): string[] {
  const own = node.what === 'call' ? [node.name] : [];
  return [...own, ...children(node).flatMap(calledIn)];
}

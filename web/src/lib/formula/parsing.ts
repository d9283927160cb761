/** Tokens to tree: a Pratt parser whose depth and size are bounded while it reads, not after. */
import { FormulaError } from './faults';
import { positionOf, type Node } from './nodes';
import { tokenize, type Token } from './tokens';
import { decimal } from './values';

const MAX_DEPTH = 32;
const MAX_NODES = 500;
const MAX_DIGITS = 28;
const MAX_PLACES = 12;
const PREFIX = 6;

const BINARY = new Map([
  ...['=', '<>', '<', '<=', '>', '>='].map((sign) => [sign, 1] as const),
  ['&', 2],
  ['+', 3],
  ['-', 3],
  ['*', 4],
  ['/', 4],
  ['^', 5],
]);

/** The tree of one formula. Throws FormulaError with the position of the fault. */
export function parse(source: string): Node {
  return new Parser(tokenize(source)).whole();
}

class Parser {
  private next = 0;
  private nodes = 0;
  private readonly end: Token;

  constructor(private readonly tokens: Token[]) {
    this.end = tokens.at(-1) ?? { what: 'end', text: '', at: 1 };
  }

  whole(): Node {
    const node = this.expression(0, 1);
    this.expect('end');
    return node;
  }

  private expression(least: number, depth: number): Node {
    if (depth > MAX_DEPTH) throw new FormulaError('formula_too_deep', this.peek().at, { limit: MAX_DEPTH });
    let left = this.operand(depth);
    if (this.take('%')) left = this.made({ what: 'unary', sign: '%', operand: left, at: positionOf(left) });
    for (let power = this.power(); power >= Math.max(least, 1); power = this.power()) {
      left = this.chain(left, power, depth);
    }
    return left;
  }

  private chain(first: Node, power: number, depth: number): Node {
    const rest = [];
    while (this.power() === power) {
      const sign = this.advance().text;
      rest.push({ sign, operand: this.expression(power + 1, depth + 1) });
    }
    return this.made({ what: 'chain', first, rest });
  }

  private operand(depth: number): Node {
    const token = this.advance();
    if (token.what === 'number') return this.made({ what: 'literal', value: numberOf(token), at: token.at });
    if (token.what === 'text')
      return this.made({
        what: 'literal',
        value: token.text.slice(1, -1).replaceAll('""', '"'),
        at: token.at,
      });
    if (token.what === 'name') return this.named(token, depth);
    if (token.text === '(') {
      const inner = this.expression(0, depth + 1);
      this.expect(')');
      return inner;
    }
    if (token.text === '+' || token.text === '-')
      return this.made({
        what: 'unary',
        sign: token.text,
        operand: this.expression(PREFIX, depth + 1),
        at: token.at,
      });
    throw unexpected(token);
  }

  private named(token: Token, depth: number): Node {
    const upper = token.text.toUpperCase();
    if (this.take('('))
      return this.made({ what: 'call', name: upper, arguments: this.arguments(depth), at: token.at });
    if (upper === 'TRUE' || upper === 'FALSE')
      return this.made({ what: 'literal', value: upper === 'TRUE', at: token.at });
    const column = this.take('.') ? this.expect('name').text : '';
    return this.made({ what: 'reference', name: token.text, column, at: token.at });
  }

  private arguments(depth: number): Node[] {
    if (this.take(')')) return [];
    const found = [this.expression(0, depth + 1)];
    while (this.take(',')) found.push(this.expression(0, depth + 1));
    this.expect(')');
    return found;
  }

  private made(node: Node): Node {
    this.nodes += node.what === 'chain' ? node.rest.length : 1;
    if (this.nodes > MAX_NODES) throw new FormulaError('formula_too_many_nodes', 0, { limit: MAX_NODES });
    return node;
  }

  /** How strongly the operator that comes next binds; -1 if none comes. */
  private power(): number {
    const { what, text } = this.peek();
    return what === 'sign' ? (BINARY.get(text) ?? -1) : -1;
  }

  private peek(): Token {
    return this.tokens[this.next] ?? this.end;
  }

  private advance(): Token {
    const token = this.peek();
    if (token.what !== 'end') this.next += 1;
    return token;
  }

  private take(sign: string): boolean {
    const { what, text } = this.peek();
    if (what !== 'sign' || text !== sign) return false;
    this.next += 1;
    return true;
  }

  private expect(wanted: string): Token {
    const token = this.advance();
    if (wanted !== token.what && !(token.what === 'sign' && token.text === wanted)) throw unexpected(token);
    return token;
  }
}

function unexpected(token: Token): FormulaError {
  return new FormulaError('formula_syntax', token.at, { found: token.text });
}

function numberOf(token: Token) {
  const [whole = '', places = ''] = token.text.split('.');
  if (whole.length > MAX_DIGITS || places.length > MAX_PLACES)
    throw new FormulaError('formula_number_digits', token.at, { digits: MAX_DIGITS, places: MAX_PLACES });
  return decimal(token.text);
}

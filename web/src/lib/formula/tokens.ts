/** Text to tokens. ASCII outside quotes on purpose: a look-alike letter must not name another field. */
import { FormulaError } from './faults';

const MAX_LENGTH = 2_000;

const TOKEN =
  /[ \t\r\n]+|(?<number>[0-9]+(?:\.[0-9]+)?)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<text>"(?:[^"]|"")*")|(?<sign><>|<=|>=|[-+*/^&=<>%(),.])/y;
const FULL_WIDTH: Record<string, string> = {
  '，': ',',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
  '．': '.',
  '。': '.',
  '；': ',',
};

/** `at` is the 1-based position of its first character, counted as people count: an emoji is one. */
export interface Token {
  what: 'number' | 'name' | 'text' | 'sign' | 'end';
  text: string;
  at: number;
}

/** Throws FormulaError: formula_too_long, formula_full_width, formula_syntax. */
export function tokenize(source: string): Token[] {
  const length = Array.from(source).length;
  if (length > MAX_LENGTH) throw new FormulaError('formula_too_long', 0, { limit: MAX_LENGTH });
  const tokens: Token[] = [];
  let at = 1;
  for (let index = 0; index < source.length;) {
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(source);
    if (!match) throw stray(String.fromCodePoint(source.codePointAt(index) ?? 0), at);
    const [found] = match;
    const what = (['number', 'name', 'text', 'sign'] as const).find(
      (name) => match.groups?.[name] !== undefined,
    );
    if (what) tokens.push({ what, text: found, at });
    index += found.length;
    at += Array.from(found).length;
  }
  return [...tokens, { what: 'end', text: '', at: length + 1 }];
}

function stray(char: string, at: number): FormulaError {
  const narrow = char >= '！' && char <= '～' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : '';
  const expected = FULL_WIDTH[char] ?? narrow;
  return expected
    ? new FormulaError('formula_full_width', at, { found: char, expected })
    : new FormulaError('formula_syntax', at, { found: char });
}

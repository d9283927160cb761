/** What can be wrong with a formula: the server's stable codes, and the words that a message needs. */
export class FormulaError extends Error {
  constructor(
    readonly code: string,
    /** The 1-based character, or 0 where none applies. */
    readonly position = 0,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'FormulaError';
  }
}

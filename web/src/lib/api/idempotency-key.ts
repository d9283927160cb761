/**
 * The key of one intention of the user. Pressing the button again after "no answer" is the same intention and must
 * carry the same key, so that the server does it once; other input, or a new try after an answer, is a new one.
 */
export class IdempotencyKey {
  private key = '';
  private content = '';

  keyFor(content: unknown): string {
    const text = JSON.stringify([content]);
    if (this.key === '' || text !== this.content) {
      this.key = crypto.randomUUID();
      this.content = text;
    }
    return this.key;
  }

  /** An answer came, good or bad: the next press is a new intention. */
  answered(): void {
    this.key = '';
  }
}

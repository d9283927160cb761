/** The server's own alphabet for ids: no letters that look like figures. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id for a part of a definition, which keeps it as long as it lives. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `${prefix}_${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

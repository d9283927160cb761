import { expect, it } from 'vitest';

import { fileSize } from './file-links';

it.each([
  [0, '0 B'],
  [900, '900 B'],
  [1536, '1.5 KB'],
  [10 * 1024, '10 KB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%d bytes are %s', (bytes, text) => expect(fileSize(bytes)).toBe(text));

import { afterEach, expect, it, vi } from 'vitest';

import { checkCell } from '@/entities/entry/check';

import { canScan, codeOn } from './scan-button';

afterEach(() => vi.unstubAllGlobals());

function reading(codes: string[]) {
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ close: () => undefined }));
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      detect = () => Promise.resolve(codes.map((rawValue) => ({ rawValue })));
    },
  );
}

it('is not offered where the browser reads no codes', () => expect(canScan()).toBe(false));

it('reads the first code of a picture', async () => {
  reading(['6901234567892', 'x']);
  expect(canScan()).toBe(true);
  expect(await codeOn(new Blob())).toBe('6901234567892');
});

it('says that there is none', async () => {
  reading([]);
  expect(await codeOn(new Blob())).toBe('');
});

it('a code of 2,000 characters is told to be too long, and not cut', async () => {
  reading(['9'.repeat(2000)]);
  const text = await codeOn(new Blob());
  expect(checkCell({ id: 'f', type: 'text', name: 'F', options: { scan: true } }, text)).toEqual({
    code: 'longer',
    limit: '200',
  });
});

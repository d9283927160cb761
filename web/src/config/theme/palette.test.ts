import { describe, expect, it } from 'vitest';

import { contrast } from './contrast';
import { FORM_COLORS } from './form-colors';
import { DARK, LIGHT, type Palette } from './palette';

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const;
const TEXTS = ['text', 'muted', 'faint', 'primaryText', 'success', 'warning', 'danger'] as const;
const PAIRS: [keyof Palette, keyof Palette][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [keyof Palette, keyof Palette] => [text, ground])),
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
  ['onPrimary', 'primaryActive'],
  ['onSeal', 'seal'],
  ['primaryText', 'primarySoft'],
  ['success', 'successSoft'],
  ['warning', 'warningSoft'],
  ['danger', 'dangerSoft'],
  ['text', 'sealSoft'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s palette', (_name, palette) => {
  it.each(PAIRS)('%s reads on %s (4.5:1)', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('focus is seen on %s (3:1)', (ground) => {
    expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe.each(Object.entries(FORM_COLORS))('a form in %s', (_name, schemes) => {
  it.each([
    ['light', schemes.light, LIGHT],
    ['dark', schemes.dark, DARK],
  ] as const)(
    'is seen in %s on its own ground and on the page (4.5:1)',
    (_scheme, { ink, soft }, palette) => {
      for (const ground of [soft, palette.surface, palette.raised, palette.hover]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

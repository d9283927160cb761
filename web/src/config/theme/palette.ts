/**
 * The colours of the product, once for light and once for dark. docs/design.md says what each is for; the contrast of
 * every pair of text and ground is held by palette.test.ts.
 */
export interface Palette {
  /** Grounds, from the back to the front. */
  canvas: string;
  surface: string;
  raised: string;
  sunken: string;
  /** Under the pointer, and pressed. */
  hover: string;
  line: string;
  lineStrong: string;
  /** Text, in falling weight; `faint` is the weakest that still reads (4.5:1 on canvas). */
  text: string;
  muted: string;
  faint: string;
  /** Azurite: what can be pressed. */
  primary: string;
  primaryHover: string;
  primaryActive: string;
  primaryText: string;
  primarySoft: string;
  onPrimary: string;
  /** Cinnabar: the seal, counts, what is overdue. */
  seal: string;
  sealSoft: string;
  onSeal: string;
  success: string;
  successSoft: string;
  warning: string;
  warningSoft: string;
  danger: string;
  dangerSoft: string;
  focus: string;
  shadow: string;
}

export const LIGHT: Palette = {
  canvas: '#f6f5f2',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f0eeea',
  hover: '#f3f1ed',
  line: '#e5e2dc',
  lineStrong: '#cfcbc3',
  text: '#1d2229',
  muted: '#545b66',
  faint: '#666d78',
  primary: '#1c5d9f',
  primaryHover: '#2a6fb5',
  primaryActive: '#154a80',
  primaryText: '#1a5794',
  primarySoft: '#e8f0f8',
  onPrimary: '#ffffff',
  seal: '#b3382c',
  sealSoft: '#faecea',
  onSeal: '#ffffff',
  success: '#23714a',
  successSoft: '#e6f3ec',
  warning: '#8a5a0b',
  warningSoft: '#fbf1dc',
  danger: '#b02a2a',
  dangerSoft: '#fbeaea',
  focus: '#1c5d9f',
  shadow: '24 28 36',
};

export const DARK: Palette = {
  canvas: '#131518',
  surface: '#1b1e22',
  raised: '#24282d',
  sunken: '#0f1113',
  hover: '#25292e',
  line: '#2d3238',
  lineStrong: '#454b53',
  text: '#e9e7e2',
  muted: '#b0b4ba',
  faint: '#979ca4',
  primary: '#2b6cb0',
  primaryHover: '#3879be',
  primaryActive: '#235a94',
  primaryText: '#86b7ea',
  primarySoft: '#1b2c3f',
  onPrimary: '#ffffff',
  seal: '#c4483b',
  sealSoft: '#3a201d',
  onSeal: '#ffffff',
  success: '#6cc596',
  successSoft: '#17301f',
  warning: '#e2b25b',
  warningSoft: '#352a14',
  danger: '#f08a84',
  dangerSoft: '#3b2020',
  focus: '#86b7ea',
  shadow: '0 0 0',
};

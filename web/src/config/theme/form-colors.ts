/** The colours that a form may have: of its icon, and of the ground behind it. Held readable by palette.test.ts. */
export interface FormColor {
  ink: string;
  soft: string;
}

export const FORM_COLORS = {
  blue: { light: { ink: '#1a5794', soft: '#e8f0f8' }, dark: { ink: '#86b7ea', soft: '#1b2c3f' } },
  teal: { light: { ink: '#0f6a68', soft: '#e0f2f0' }, dark: { ink: '#6cc7c2', soft: '#12302f' } },
  green: { light: { ink: '#23714a', soft: '#e6f3ec' }, dark: { ink: '#6cc596', soft: '#17301f' } },
  amber: { light: { ink: '#8a5a0b', soft: '#fbf1dc' }, dark: { ink: '#e2b25b', soft: '#352a14' } },
  orange: { light: { ink: '#a04712', soft: '#fcebe0' }, dark: { ink: '#eb9b6b', soft: '#3a2415' } },
  red: { light: { ink: '#b02a2a', soft: '#fbeaea' }, dark: { ink: '#f08a84', soft: '#3b2020' } },
  purple: { light: { ink: '#6a41a1', soft: '#f1ebf9' }, dark: { ink: '#bda0ea', soft: '#2b2140' } },
  gray: { light: { ink: '#545b66', soft: '#eeedea' }, dark: { ink: '#b0b4ba', soft: '#292d32' } },
} satisfies Record<string, Record<'light' | 'dark', FormColor>>;

export type FormColorName = keyof typeof FORM_COLORS;

export const FORM_COLOR_NAMES = Object.keys(FORM_COLORS) as FormColorName[];

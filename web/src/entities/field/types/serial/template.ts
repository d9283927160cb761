/** A serial number's template in three plain settings, where it has that usual shape: letters, the day, a counter. */
export const DATE_PARTS = ['', '{yyyy}', '{yyyy}{mm}', '{yyyy}{mm}{dd}'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export interface Plain {
  prefix: string;
  date: DatePart;
  digits: number;
}

/** Null for a template of another shape, which is edited as text. */
export function plainSerial(template: string): Plain | null {
  const match = /^([^{}]*?)-?((?:\{yyyy\}(?:\{mm\}(?:\{dd\})?)?)?)-?\{(0{1,10})\}$/.exec(template);
  const date = DATE_PARTS.find((part) => part === match?.[2]);
  if (!match || date === undefined) return null;
  const plain = { prefix: match[1] ?? '', date, digits: match[3]?.length ?? 4 };
  return serialTemplate(plain) === template ? plain : null;
}

export function serialTemplate({ prefix, date, digits }: Plain): string {
  return [prefix, date, `{${'0'.repeat(digits)}}`].filter((part) => part !== '').join('-');
}

/** How the first number of a day would look. */
export function serialExample(template: string, day: Date): string {
  const year = String(day.getFullYear());
  const two = (number: number) => String(number).padStart(2, '0');
  return template
    .replaceAll('{yyyy}', year)
    .replaceAll('{yy}', year.slice(2))
    .replaceAll('{mm}', two(day.getMonth() + 1))
    .replaceAll('{dd}', two(day.getDate()))
    .replace(/\{(0+)\}/, (_, zeros: string) => '1'.padStart(zeros.length, '0'));
}

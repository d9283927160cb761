/** A serial number's template in plain settings, where it has that usual shape: letters, fields, the day, a counter. */
export const DATE_PARTS = ['', '{yyyy}', '{yyyy}{mm}', '{yyyy}{mm}{dd}'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export interface Plain {
  prefix: string;
  /** Ids of fields whose values stand in the number. */
  fields: string[];
  date: DatePart;
  digits: number;
}

const FIELD = /\{(?!(?:yyyy|yy|mm|dd)\})([a-z][a-z0-9_]*)\}/g;

/** Null for a template of another shape, which is edited as text. */
export function plainSerial(template: string): Plain | null {
  const match =
    /^([^{}]*?)-?((?:\{[a-z][a-z0-9_]*\}-)*?)((?:\{yyyy\}(?:\{mm\}(?:\{dd\})?)?)?)-?\{(0{1,10})\}$/.exec(
      template,
    );
  const date = DATE_PARTS.find((part) => part === match?.[3]);
  if (!match || date === undefined) return null;
  const fields = [...(match[2] ?? '').matchAll(FIELD)].map(([, id = '']) => id);
  const plain = { prefix: match[1] ?? '', fields, date, digits: match[4]?.length ?? 4 };
  return serialTemplate(plain) === template ? plain : null;
}

export function serialTemplate({ prefix, fields, date, digits }: Plain): string {
  const named = fields.map((id) => `{${id}}`);
  return [prefix, ...named, date, `{${'0'.repeat(digits)}}`].filter((part) => part !== '').join('-');
}

/** How the first number of a day would look; a field is shown by its name. */
export function serialExample(template: string, day: Date, nameOf = (id: string) => id): string {
  const year = String(day.getFullYear());
  const two = (number: number) => String(number).padStart(2, '0');
  return template
    .replaceAll('{yyyy}', year)
    .replaceAll('{yy}', year.slice(2))
    .replaceAll('{mm}', two(day.getMonth() + 1))
    .replaceAll('{dd}', two(day.getDate()))
    .replace(FIELD, (_, id: string) => `[${nameOf(id)}]`)
    .replace(/\{(0+)\}/, (_, zeros: string) => '1'.padStart(zeros.length, '0'));
}

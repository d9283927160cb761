/** What differs from an earlier state of a record, as its lines show it. Paths are those of the API: lines/2/price. */

type Values = Record<string, unknown>;

export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}

/** A row of lines with what stood in its cells before; a row that went is shown where it was. */
export interface ShownRow {
  key: string;
  values: Values;
  state: 'kept' | 'added' | 'removed';
  former: Values;
}

export function changesOf(changes: FieldChange[], id: string): FieldChange[] {
  return changes.filter(({ field }) => field === id || field.startsWith(`${id}/`));
}

/** The rows as they are, and after them those that are gone. `changes` are those of this field. */
export function formerRows(value: unknown, changes: FieldChange[]): ShownRow[] {
  const rows = (Array.isArray(value) ? value : []) as Values[];
  const shown = rows.map<ShownRow>((values, index) => ({
    key: String(index),
    values,
    state: 'kept',
    former: {},
  }));
  for (const { field, before, after } of changes) {
    const [, place, column] = field.split('/');
    if (place === undefined) return whole(shown, before, after);
    const row = shown[Number(place)];
    if (column !== undefined) {
      if (row) row.former[column] = before;
    } else if (isNothing(before)) {
      if (row) row.state = 'added';
    } else if (isNothing(after)) {
      shown.push({ key: `gone-${place}`, values: before as Values, state: 'removed', former: {} });
    }
  }
  return shown;
}

/** All rows came, or all went. */
function whole(shown: ShownRow[], before: unknown, after: unknown): ShownRow[] {
  if (isNothing(before)) return shown.map((row) => ({ ...row, state: 'added' as const }));
  if (!isNothing(after)) return shown;
  return (before as Values[]).map((values, index) => ({
    key: `gone-${index}`,
    values,
    state: 'removed',
    former: {},
  }));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Which columns a list shows, from those that it could show. Pure. */
import type { ViewColumn } from './layout';

/** Of the wanted columns those that there are; without any the usual ones. The first is always what names a record. */
export function chosenColumns(
  wanted: ViewColumn[],
  usual: string[],
  known: string[],
  first: string,
): ViewColumn[] {
  const plain = (field: string): ViewColumn => ({ field, width: 0, total: '' });
  const there = unique(wanted).filter(({ field }) => known.includes(field));
  if (!there.some(({ field }) => field !== first)) {
    const sized = new Map(there.map((each) => [each.field, each]));
    return usual.map((field) => sized.get(field) ?? plain(field));
  }
  const head = there.find(({ field }) => field === first) ?? plain(first);
  return [head, ...there.filter(({ field }) => field !== first)];
}

function unique(columns: ViewColumn[]): ViewColumn[] {
  return columns.filter(({ field }, at) => columns.findIndex((each) => each.field === field) === at);
}

export function resized(columns: ViewColumn[], field: string, width: number): ViewColumn[] {
  return columns.map((each) => (each.field === field ? { ...each, width } : each));
}

export function totalled(columns: ViewColumn[], field: string, total: ViewColumn['total']): ViewColumn[] {
  return columns.map((each) => (each.field === field ? { ...each, total } : each));
}

/** Shown or not; what is added stands at the end. */
export function toggled(columns: ViewColumn[], field: string): ViewColumn[] {
  return columns.some((each) => each.field === field)
    ? columns.filter((each) => each.field !== field)
    : [...columns, { field, width: 0, total: '' }];
}

/** `step` places further on; the first column stays where it is. */
export function moved(columns: ViewColumn[], field: string, step: number): ViewColumn[] {
  return placed(columns, field, columns.findIndex((each) => each.field === field) + step);
}

/** At the place `to` of the columns that remain. */
export function placed(columns: ViewColumn[], field: string, to: number): ViewColumn[] {
  const from = columns.findIndex((each) => each.field === field);
  const column = columns[from];
  if (!column || from === 0) return columns;
  const rest = columns.filter((_, at) => at !== from);
  const at = Math.min(Math.max(to, 1), rest.length);
  return [...rest.slice(0, at), column, ...rest.slice(at)];
}

/** Which rows of a list are selected: one, a stretch with Shift, all that are loaded. Pure. */
export interface Selection {
  ids: string[];
  /** Where a stretch begins: the row that was pressed last. */
  anchor: string;
}

export const MOST_SELECTED = 200;
export const NONE: Selection = { ids: [], anchor: '' };

/** The row is pressed; with `stretch` all from the one pressed before become as this one becomes. `order`: rows in sight. */
export function pressed(selection: Selection, order: string[], id: string, stretch: boolean): Selection {
  const from = order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  const part =
    stretch && from >= 0 && to >= 0 ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const adds = !selection.ids.includes(id);
  const ids = adds
    ? [...selection.ids, ...part.filter((each) => !selection.ids.includes(each))]
    : selection.ids.filter((each) => !part.includes(each));
  return { ids: ids.slice(0, MOST_SELECTED), anchor: id };
}

/** All rows in sight; none if all are selected already. */
export function all(selection: Selection, order: string[]): Selection {
  const left = order.filter((id) => !selection.ids.includes(id));
  if (left.length === 0 || selection.ids.length >= MOST_SELECTED)
    return { ids: selection.ids.filter((id) => !order.includes(id)), anchor: '' };
  return { ids: [...selection.ids, ...left].slice(0, MOST_SELECTED), anchor: '' };
}

/** Without rows that the list does not hold any more. */
export function remaining(selection: Selection, order: string[]): Selection {
  const ids = selection.ids.filter((id) => order.includes(id));
  return ids.length === selection.ids.length ? selection : { ...selection, ids };
}

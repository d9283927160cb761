/** How inputs are named: a field by its id, a cell of detail lines by `lines/<row key>/<column>`. */

export function cellPath(lines: string, rowKey: string, column: string): string {
  return `${lines}/${rowKey}/${column}`;
}

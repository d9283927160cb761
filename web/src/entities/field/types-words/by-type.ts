/** Files of words under the names of the folders of their types. */
export function byType(files: Record<string, Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [path.split('/')[2] ?? '', words]));
}

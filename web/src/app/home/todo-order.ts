/** What is due comes first, the earliest on top; the rest stays as the server has it, the newest first. */
export function byDue<T extends { due_at: string | null }>(todos: T[]): T[] {
  return [...todos].sort((one, other) => {
    if (one.due_at === other.due_at) return 0;
    if (one.due_at === null) return 1;
    return other.due_at === null ? -1 : one.due_at.localeCompare(other.due_at);
  });
}

/** A copy without one property. */
export function omit<T extends object, K extends keyof T & string>(value: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Omit<T, K>;
}

/** With the property set; without it if there is nothing to set. */
export function withOption<T extends object, K extends keyof T & string>(
  value: T,
  key: K,
  set: T[K] | undefined,
): T {
  return (set === undefined ? omit(value, key) : { ...value, [key]: set }) as T;
}

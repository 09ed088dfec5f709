/** Returns the entry of a table for a key that came from outside; undefined for one the table does not have. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

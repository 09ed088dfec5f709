/** Returns the entry of a table for an untrusted key; undefined when the table has no such key of its own. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

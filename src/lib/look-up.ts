/** Returns the entry of a table for an untrusted key; undefined when the table has no such key of its own. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** Returns true for an untrusted key that a table has of its own. */
export function isKeyOf<Key extends string>(
  table: Readonly<Record<Key, unknown>>,
  key: string,
): key is Key {
  return Object.hasOwn(table, key)
}

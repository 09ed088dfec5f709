/** Returns the keys of a table with their type. The table must have no other keys than those of its type. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys` types keys as any text
  return Object.keys(table) as Key[]
}

/** Returns the entries of a table with the type of its keys; see `keysOf`. */
export function entriesOf<Key extends string, Value>(
  table: Readonly<Record<Key, Value>>,
): [Key, Value][] {
  return keysOf(table).map((key) => [key, table[key]])
}

/** Builds a record with a value for each name. */
export function fromNames<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Record<Name, Value> {
  const values = Object.fromEntries(names.map((name) => [name, valueOf(name)]))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `fromEntries` forgets that each name has an entry
  return values as Record<Name, Value>
}

// Comes with the first screen, so it knows the browser's own database interface only.
const namePrefix = 'plantdeck.energy.'
let wipes = 0

/** Each person's readings lie in a database of their own. */
export function recordingDatabase(username: string): string {
  return namePrefix + username
}

/** Grows with each wipe in this tab: what was begun before one must not be written after it. */
export function wipeCount(): number {
  return wipes
}

/** Removes every recording but that of the person named. */
export async function wipeRecordings(exceptOf?: string): Promise<void> {
  wipes += 1
  try {
    const kept = exceptOf === undefined ? undefined : recordingDatabase(exceptOf)
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith(namePrefix) && name !== kept) indexedDB.deleteDatabase(name)
    }
  } catch {
    // Where databases are blocked there are no recordings.
  }
}

import { ownName } from '@/lib/base-path'

// Comes with the first screen, so it knows the browser's own database interface only.
const namePrefix = ownName('plantdeck.energy.')
/** Databases that this tab has opened, for browsers that cannot list theirs. */
const opened = new Set<string>()
let wipes = 0

/** Each person's readings lie in a database of their own. */
export function recordingDatabase(username: string): string {
  const name = namePrefix + username
  opened.add(name)
  return name
}

/** Grows with each wipe in this tab: what was begun before one must not be written after it. */
export function wipeCount(): number {
  return wipes
}

/** Removes every recording but that of the person named. */
export async function wipeRecordings(exceptOf?: string): Promise<void> {
  wipes += 1
  try {
    const kept = exceptOf === undefined ? undefined : namePrefix + exceptOf
    for (const name of await recordingNames()) {
      if (name !== kept) indexedDB.deleteDatabase(name)
    }
  } catch {
    // Where databases are blocked nothing was recorded.
  }
}

async function recordingNames(): Promise<Iterable<string>> {
  if (!('databases' in indexedDB)) return opened
  const names = (await indexedDB.databases()).map(({ name = '' }) => name)
  return names.filter((name) => name.startsWith(namePrefix))
}

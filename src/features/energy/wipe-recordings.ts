import { ownName } from '@/lib/base-path'

// Part of the first screen, so it uses the browser's own database API without a library.
const namePrefix = ownName('plantdeck.energy.')
/** Databases that this tab has opened, for browsers that cannot list theirs. */
const opened = new Set<string>()
let wipes = 0

/** Returns the name of a user's database; each user has a separate one. */
export function recordingDatabase(username: string): string {
  const name = namePrefix + username
  opened.add(name)
  return name
}

/** Returns the number of wipes in this tab: a reading from before a wipe must not be stored after it. */
export function wipeCount(): number {
  return wipes
}

/** Deletes the recordings of all users except the given one. */
export async function wipeRecordings(exceptOf?: string): Promise<void> {
  wipes += 1
  try {
    const kept = exceptOf === undefined ? undefined : namePrefix + exceptOf
    for (const name of await recordingNames()) {
      if (name !== kept) indexedDB.deleteDatabase(name)
    }
  } catch {
    // If databases are blocked, nothing was recorded.
  }
}

async function recordingNames(): Promise<Iterable<string>> {
  if (!('databases' in indexedDB)) return opened
  const names = (await indexedDB.databases()).map(({ name = '' }) => name)
  return names.filter((name) => name.startsWith(namePrefix))
}

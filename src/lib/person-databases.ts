// Part of the first screen, so it uses the browser's own database API without a library.
import { ownName } from './base-path'
import { personAlias } from './person-alias'

const prefixes = {
  commands: ownName('plantdeck.commands.'),
  energy: ownName('plantdeck.energy.'),
  fleet: ownName('plantdeck.fleet.'),
  readings: ownName('plantdeck.readings.'),
  runs: ownName('plantdeck.runs.'),
  worklist: ownName('plantdeck.worklist.'),
}

const opened = new Set<string>()
/** The user whose databases each wipe kept. */
const wipes: (string | undefined)[] = []

/** Returns the name of a user's database, which doesn't reveal the user; each user has separate ones, because their modules may not be loaded. */
export function personDatabase(kind: keyof typeof prefixes, username: string): string {
  const name = prefixes[kind] + personAlias(username)
  opened.add(name)
  return name
}

/** Returns the number of wipes in this tab: what was read before a wipe must not be stored after it. */
export function wipeCount(): number {
  return wipes.length
}

/** Returns true when the user's databases were wiped after the given number of wipes. */
export function isWipedSince(count: number, username: string): boolean {
  return wipes.slice(count).some((kept) => kept !== username)
}

/** Deletes the databases of all users except the given one. */
export async function wipeDatabases(exceptOf?: string): Promise<void> {
  wipes.push(exceptOf)
  const own = Object.values(prefixes)
  const kept = exceptOf === undefined ? [] : own.map((prefix) => prefix + personAlias(exceptOf))
  try {
    for (const name of await databaseNames()) {
      const isOwn = own.some((prefix) => name.startsWith(prefix))
      if (isOwn && !kept.includes(name)) indexedDB.deleteDatabase(name)
    }
  } catch {
    // If databases are blocked, nothing was stored.
  }
}

async function databaseNames(): Promise<Iterable<string>> {
  if (!('databases' in indexedDB)) return opened
  return (await indexedDB.databases()).map(({ name = '' }) => name)
}

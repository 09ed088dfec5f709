// Part of the first screen, so it uses the browser's own database API without a library.
import { ownName } from './base-path'
import { keysOf } from './keyed-record'
import { personAlias } from './person-alias'

const prefixes = {
  commands: ownName('plantdeck.commands.'),
  energy: ownName('plantdeck.energy.'),
  fleet: ownName('plantdeck.fleet.'),
  readings: ownName('plantdeck.readings.'),
  runs: ownName('plantdeck.runs.'),
  worklist: ownName('plantdeck.worklist.'),
}

type Kind = keyof typeof prefixes

/** Kinds whose content no server has; the others are copies of it. */
export const deviceOnly: readonly Kind[] = ['commands', 'energy', 'readings', 'runs', 'worklist']

const allKinds = keysOf(prefixes)
const opened = new Set<string>()
/** The databases that each wipe kept. */
const wipes: { user: string | undefined; kinds: readonly Kind[] }[] = []

/** Returns the name of a user's database, which doesn't reveal the user; each user has separate ones, because their modules may not be loaded. */
export function personDatabase(kind: Kind, username: string): string {
  const name = nameOf(kind, username)
  opened.add(name)
  return name
}

/** Returns the number of wipes in this tab: what was read before a wipe must not be stored after it. */
export function wipeCount(): number {
  return wipes.length
}

/** Returns true when a user's database was wiped after the given number of wipes. */
export function isWipedSince(count: number, kind: Kind, username: string): boolean {
  return wipes.slice(count).some(({ user, kinds }) => user !== username || !kinds.includes(kind))
}

/** Deletes all databases, except those of some kinds, by default all, of the given user. */
export async function wipeDatabases(
  exceptOf?: string,
  kinds: readonly Kind[] = allKinds,
): Promise<void> {
  wipes.push({ user: exceptOf, kinds })
  const own = Object.values(prefixes)
  const kept = exceptOf === undefined ? [] : kinds.map((kind) => nameOf(kind, exceptOf))
  try {
    for (const name of await databaseNames()) {
      const isOwn = own.some((prefix) => name.startsWith(prefix))
      if (isOwn && !kept.includes(name)) indexedDB.deleteDatabase(name)
    }
  } catch {
    // If databases are blocked, nothing was stored.
  }
}

/** Returns true when a user's database is on this device; where the browser lists none, when this tab has opened it. */
export async function hasDatabase(kind: Kind, username: string): Promise<boolean> {
  try {
    return [...(await databaseNames())].includes(nameOf(kind, username))
  } catch {
    return false
  }
}

function nameOf(kind: Kind, username: string): string {
  return prefixes[kind] + personAlias(username)
}

async function databaseNames(): Promise<Iterable<string>> {
  if (!('databases' in indexedDB)) return opened
  return (await indexedDB.databases()).map(({ name = '' }) => name)
}

import { type AuditSubject, describeAudit } from './audit-words'
import type { AuditEntry } from '@/api/account-schemas'
import type { Plant } from '@/api/plant-schemas'
import { plantName } from '@/domain/plant/plant-name'
import { readInstant } from '@/lib/instants'

/** Returns the IDs of the plants or accounts to which something was done, each once. */
export function subjectIds(entries: readonly AuditEntry[], kind: AuditSubject): string[] {
  const ids = entries.flatMap((entry) => {
    const { subjectId } = entry
    return subjectId && describeAudit(entry).subject === kind ? [subjectId] : []
  })
  return [...new Set(ids)]
}

/** Returns true for a plant that was deleted according to an entry. */
export function isDeletedIn(entries: readonly AuditEntry[], plantId: string): boolean {
  return entries.some(({ action, subjectId }) => action === 'deletePlant' && subjectId === plantId)
}

/** A plant's name or serial number, and the time of reading (Unix ms, server's clock). */
interface NameReading {
  plant: Pick<Plant, 'name' | 'serialNumber'>
  readAtMs: number
}

/** Returns the name of a plant in its latest reading, or in a later entry; undefined without either. */
export function latestName(
  entries: readonly AuditEntry[],
  plantId: string,
  readings: readonly NameReading[],
): string | undefined {
  const [latest] = readings.toSorted((a, b) => b.readAtMs - a.readAtMs)
  const recorded = recordedName(entries, plantId)
  if (!latest || (recorded && recorded.atMs > latest.readAtMs)) return recorded?.name
  return plantName(latest.plant)
}

/**
 * Returns the word before a plant's latest name in one of its entries, where the entries show that it had another name then;
 * undefined elsewhere. Renames in the logs of other users are not seen.
 */
export function wordForName(
  entries: readonly AuditEntry[],
  entry: AuditEntry,
  latest: string | undefined,
): 'now' | 'last' | undefined {
  const { subjectId } = entry
  if (!latest || !subjectId) return undefined
  // The latest entry comes first.
  const since = entries.slice(0, entries.indexOf(entry))
  const own = nameIn(entry)?.to ?? nameIn(entry)?.from
  const before = since
    .filter((later) => later.subjectId === subjectId)
    .map((later) => nameIn(later)?.from)
  const hadOther = [own, ...before].some((name) => name && name !== latest)
  if (!hadOther) return undefined
  return isDeletedIn(entries, subjectId) ? 'last' : 'now'
}

const nameIn = ({ changes }: AuditEntry) => changes?.find(({ member }) => member === 'name')

/** Returns the name in the latest entry that has one; undefined when that entry doesn't state it. */
function recordedName(entries: readonly AuditEntry[], plantId: string) {
  for (const entry of entries) {
    const { subjectId, at } = entry
    if (subjectId !== plantId) continue
    const change = nameIn(entry)
    const name = change?.to ?? change?.from
    if (change) return name ? { name, atMs: readInstant(at) ?? 0 } : undefined
  }
  return undefined
}

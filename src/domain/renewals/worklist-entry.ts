// A plant on the worklist of renewals: its certificate before, and what later readings of its record have proven.
import * as z from 'zod/mini'
import type { CertificatePlant } from './reach'
import {
  type CertificateFacts,
  certificateChange,
  certificateFactsOf,
  changedFact,
} from '@/domain/certificates/certificate-change'
import {
  type ContactWatch,
  contactState,
  observe,
  startWatch,
} from '@/domain/credentials/first-contact'

const factsSchema: z.ZodMiniType<CertificateFacts> = z.object({
  certificateSerialNumber: z.nullish(z.string()),
  certificateFingerprint: z.nullish(z.string()),
  certificateExpiresAt: z.nullish(z.string()),
  unreadable: z.optional(z.array(z.string())),
})
const watchSchema: z.ZodMiniType<ContactWatch> = z.object({
  sinceMs: z.number(),
  seenBeforeMs: z.nullable(z.number()),
  failuresBefore: z.nullable(z.number()),
  isSettled: z.boolean(),
})

const entrySchema = z.object({
  plantId: z.string(),
  /** As on the record, to name the plant even when it can't be read. */
  name: z.string(),
  serialNumber: z.string(),
  /** Place on the list. */
  place: z.number(),
  before: factsSchema,
  /** Time at which `before` was read, Unix ms, server's clock; older lists don't have it. */
  beforeReadAtMs: z.optional(z.number()),
  /** A certificate that was issued since the plant is on the worklist. */
  issued: z.optional(
    z.object({
      facts: factsSchema,
      /** Contact counts from the first reading that shows the certificate, because nothing says when it was issued. */
      watch: watchSchema,
      /** Contact with it, Unix ms, server's clock; undefined before. */
      contactAtMs: z.optional(z.number()),
    }),
  ),
})
/** A plant on the worklist. Contains no secrets: it is kept in the browser. */
export type WorklistEntry = z.infer<typeof entrySchema>

/** Returns a plant as the browser stored it; undefined for a broken entry, or one of another version. */
export function readEntry(stored: unknown): WorklistEntry | undefined {
  const { data } = z.safeParse(entrySchema, stored)
  return data
}

/** Adds plants in their order, with the certificates on their records; those on the list stay as they are. */
export function addEntries(
  entries: readonly WorklistEntry[],
  plants: readonly (CertificatePlant & { readAtMs?: number })[],
): readonly WorklistEntry[] {
  const known = new Set(entries.map(({ plantId }) => plantId))
  const last = entries.at(-1)?.place ?? 0
  const added = plants
    .filter(({ id }) => !known.has(id))
    .map((plant, at): WorklistEntry => {
      const { id: plantId, name, serialNumber, readAtMs } = plant
      const named = {
        plantId,
        name,
        serialNumber,
        place: last + 1 + at,
        before: certificateFactsOf(plant),
      }
      return readAtMs === undefined ? named : { ...named, beforeReadAtMs: readAtMs }
    })
  return added.length === 0 ? entries : [...entries, ...added]
}

/** Returns the plant to renew after another one, from the start again at the end; undefined when no other is to do. */
export function nextToRenew(
  entries: readonly WorklistEntry[],
  plantId: string,
): WorklistEntry | undefined {
  const at = entries.findIndex((entry) => entry.plantId === plantId)
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))].find(
    ({ issued }) => issued === undefined,
  )
}

/** Removes plants. */
export function removeEntries(
  entries: readonly WorklistEntry[],
  plantIds: ReadonlySet<string>,
): readonly WorklistEntry[] {
  return entries.filter(({ plantId }) => !plantIds.has(plantId))
}

/**
 * Notes what a reading of the plant at `readAtMs` (Unix ms, device's clock) proves. Returns the same entry when that is
 * nothing new, as from an unreadable certificate.
 */
export function noteReading(
  entry: WorklistEntry,
  plant: CertificatePlant,
  readAtMs: number,
): WorklistEntry {
  const { issued, before } = entry
  const change = certificateChange(before, plant)
  if (change === 'same' && issued) {
    const { issued: _, ...rest } = entry
    return rest
  }
  if (change !== 'changed') return entry
  if (!issued || changedFact(issued.facts, plant) !== undefined) {
    return {
      ...entry,
      issued: { facts: certificateFactsOf(plant), watch: startWatch(plant, readAtMs) },
    }
  }
  if (issued.contactAtMs !== undefined || readAtMs < issued.watch.sinceMs) return entry
  const watch = observe(issued.watch, plant, readAtMs)
  const contact = contactState(watch, plant)
  if (contact.kind === 'contact') {
    return { ...entry, issued: { ...issued, watch, contactAtMs: contact.atMs } }
  }
  return isSameWatch(watch, issued.watch) ? entry : { ...entry, issued: { ...issued, watch } }
}

function isSameWatch(one: ContactWatch, other: ContactWatch): boolean {
  return (
    one.isSettled === other.isSettled &&
    one.seenBeforeMs === other.seenBeforeMs &&
    one.failuresBefore === other.failuresBefore
  )
}

// Certificates that were issued to plants of the worklist, and that no plant uses yet.
import type { AwaitedPlant } from './attention-survey'
import { plantLabel } from '@/domain/plant/plant-name'
import type { CertificatePlant } from '@/domain/renewals/reach'
import { type WorklistEntry, noteReading } from '@/domain/renewals/worklist-entry'
import { type ProgressKind, progressOf } from '@/domain/renewals/worklist-state'
import { toServerTime } from '@/lib/server-clock'

/** A plant as the list had it, and when; Unix ms, device's clock. */
interface ListReading {
  plant: CertificatePlant
  readAtMs: number
}

const kinds = { issued: 'renewal-unused', refused: 'renewal-refused' } as const

/**
 * Returns the plants whose new certificate was rejected, or has no contact yet: as the worklist keeps it, and by later
 * readings of the list. Their time is that of the first reading that showed the certificate.
 */
export function awaitedRenewals(
  entries: readonly WorklistEntry[],
  readingOf: (plantId: string) => ListReading | undefined,
): AwaitedPlant[] {
  return entries.flatMap((entry): AwaitedPlant[] => {
    const { issued, plantId: id } = entry
    // The list alone doesn't show since when a certificate is on record; a reading of the plant notes that.
    if (!issued) return []
    const progress = progressKind({ ...entry, issued }, readingOf(id))
    if (progress !== 'issued' && progress !== 'refused') return []
    const atMs = toServerTime(issued.watch.sinceMs)
    return [{ kind: kinds[progress], id, label: plantLabel({ ...entry, id }), atMs }]
  })
}

/** An earlier reading may show the certificate from before. */
function progressKind(
  entry: WorklistEntry & Required<Pick<WorklistEntry, 'issued'>>,
  reading: ListReading | undefined,
): ProgressKind {
  const { watch, contactAtMs } = entry.issued
  if (!reading || reading.readAtMs < watch.sinceMs) {
    return contactAtMs === undefined ? 'issued' : 'adopted'
  }
  const { plant, readAtMs } = reading
  return progressOf(noteReading(entry, plant, readAtMs), plant).kind
}

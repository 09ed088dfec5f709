// The state of a plant on the worklist, always from its record: nothing that someone clicked makes a renewal done.
import type { CertificatePlant } from './reach'
import type { WorklistEntry } from './worklist-entry'
import { goneWords } from '@/api/gone-words'
import { type CertificateChange, certificateChange } from '@/domain/certificates/certificate-change'
import { disuseOf, disuseWords } from '@/domain/certificates/certificate-expiry'
import { contactState, refusedText } from '@/domain/credentials/first-contact'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { entriesOf } from '@/lib/keyed-record'
import type { Tone } from '@/lib/tone'

/** The latest reading: the plant's record, or the reason why there is none. */
export type WorklistReading = CertificatePlant | 'pending' | 'failed' | 'gone'

/**
 * The progress of a renewal: `toDo` with the certificate from before; `issued` a new one without contact since, or
 * `refused` since; `adopted` with contact; `otherwise` when it can't be renewed any more; `unknown` without a
 * reading that shows which.
 */
export type ProgressKind =
  | 'pending'
  | 'unknown'
  | 'toDo'
  | 'issued'
  | 'refused'
  | 'adopted'
  | 'otherwise'
  | 'gone'

/** The state of a plant on the worklist. */
export interface Progress {
  kind: ProgressKind
  /** The evidence, in a sentence. */
  evidence: string
  /** Contact with the new certificate, Unix ms, server's clock. */
  contactAtMs?: number
}

/** A part of the worklist with a heading of its own. */
export type WorklistPart = 'issued' | 'toDo' | 'pending' | 'unknown' | 'otherwise' | 'adopted'

/** Labels and tones of the states, and the part of the list for each. */
export const progressMeanings: Record<
  ProgressKind,
  { label: string; tone: Tone; part: WorklistPart }
> = {
  pending: { label: 'Reading…', tone: 'neutral', part: 'pending' },
  unknown: { label: 'Unknown', tone: 'warn', part: 'unknown' },
  toDo: { label: 'To do', tone: 'neutral', part: 'toDo' },
  issued: { label: 'Issued, not in use yet', tone: 'info', part: 'issued' },
  refused: { label: 'Issued, but refused', tone: 'danger', part: 'issued' },
  adopted: { label: 'In use', tone: 'ok', part: 'adopted' },
  otherwise: { label: 'Other change', tone: 'warn', part: 'otherwise' },
  gone: { label: 'Gone', tone: 'warn', part: 'otherwise' },
}

const headings: Record<WorklistPart, string> = {
  issued: 'Issued, not in use yet',
  toDo: 'To do',
  pending: 'Not read yet',
  unknown: 'Unknown',
  otherwise: 'Other changes',
  adopted: 'In use',
}

/** The parts of the list in their order, with their headings. */
export const worklistParts = entriesOf(headings).map(([part, heading]) => ({ part, heading }))

const unchangedWords: Record<
  Exclude<CertificateChange, 'changed'>,
  { kind: ProgressKind; evidence: string }
> = {
  same: { kind: 'toDo', evidence: 'Its certificate is the same as before.' },
  lost: { kind: 'otherwise', evidence: 'Its certificate is no longer listed.' },
  unknown: { kind: 'unknown', evidence: 'Its certificate couldn’t be read.' },
}

/** Returns the state of a plant on the worklist according to the latest reading. */
export function progressOf(entry: WorklistEntry, reading: WorklistReading): Progress {
  if (reading === 'pending') return { kind: 'pending', evidence: 'Not read yet.' }
  if (reading === 'failed') return { kind: 'unknown', evidence: `${plantNotLoaded}.` }
  if (reading === 'gone') return { kind: 'gone', evidence: goneWords.sinceSeen }
  const disuse = disuseOf(reading)
  if (disuse !== undefined) return { kind: 'otherwise', evidence: `${disuseWords[disuse].reason}.` }
  const change = certificateChange(entry.before, reading)
  return change === 'changed' ? afterIssue(entry, reading) : unchangedWords[change]
}

function afterIssue({ before, issued }: WorklistEntry, plant: CertificatePlant): Progress {
  const isNoted = issued !== undefined && certificateChange(issued.facts, plant) === 'same'
  if (isNoted && issued.contactAtMs !== undefined) {
    const evidence = 'Connected with the new certificate.'
    return { kind: 'adopted', evidence, contactAtMs: issued.contactAtMs }
  }
  const contact = isNoted ? contactState(issued.watch, plant) : undefined
  if (contact?.kind === 'refused') {
    return { kind: 'refused', evidence: refusedText(contact.times) }
  }
  const hadOne = before.certificateSerialNumber || before.certificateFingerprint
  const evidence = `${hadOne ? 'Another' : 'A new'} certificate is on record. No contact since.`
  return { kind: 'issued', evidence }
}

// Evidence of renewals for readers outside the browser: what was read before and after, and the first contact.
import type { WorklistEntry } from './worklist-entry'
import { type ProgressKind, progressMeanings } from './worklist-state'
import { type CertificateFacts, certificateChange } from '@/domain/certificates/certificate-change'
import { plantLabel } from '@/domain/plant/plant-name'
import { datedName, fileNamePart } from '@/lib/file-name'
import { toServerTime } from '@/lib/server-clock'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type AboutLine,
  type ExportTable,
  type TableCell,
  extentLines,
  instantCell,
  memberCell,
  utcText,
} from '@/lib/table-export/export-table'

/** Readings that prove one renewal. Times in Unix ms, server's clock. */
export interface RenewalProof {
  plantId: string
  name: string
  serialNumber: string
  before: CertificateFacts
  beforeReadAtMs: number | undefined
  /** The record read later; undefined before it was. */
  after: CertificateFacts | undefined
  afterReadAtMs: number | undefined
  contactAtMs: number | undefined
}

/** The age of evidence, and the time at which it is written; Unix ms, server's clock. */
interface EvidenceTimes {
  readAtMs: number
  exportedAtMs: number
}

const notYetSeen = 'not yet seen'

/** Returns the evidence that the worklist keeps of a plant. */
export function storedProof(entry: WorklistEntry): RenewalProof {
  const { plantId, name, serialNumber, before, beforeReadAtMs, issued } = entry
  return {
    plantId,
    name,
    serialNumber,
    before,
    beforeReadAtMs,
    after: issued?.facts,
    afterReadAtMs: issued && toServerTime(issued.watch.sinceMs),
    contactAtMs: issued?.contactAtMs,
  }
}

/** Returns what the evidence proves: `toDo` while no other certificate was read. */
export function provenKind({
  before,
  after,
  contactAtMs,
}: RenewalProof): Extract<ProgressKind, 'toDo' | 'issued' | 'adopted'> {
  if (!after || certificateChange(before, after) !== 'changed') return 'toDo'
  return contactAtMs === undefined ? 'issued' : 'adopted'
}

/** A cell of the new certificate: a record with the certificate from before shows nothing new. */
const ofNew =
  (cell: (proof: RenewalProof, facts: CertificateFacts) => TableCell) =>
  (proof: RenewalProof): TableCell =>
    proof.after && provenKind(proof) !== 'toDo' ? cell(proof, proof.after) : undefined

const columns: readonly CellColumn<RenewalProof>[] = [
  textColumn('Name', ({ name }) => name),
  textColumn('Serial number', ({ serialNumber }) => serialNumber),
  textColumn('State', (proof) => progressMeanings[provenKind(proof)].label),
  textColumn('Previous certificate serial number', ({ before }) =>
    memberCell(before, 'certificateSerialNumber'),
  ),
  textColumn(
    'New certificate serial number',
    ofNew((_proof, after) => memberCell(after, 'certificateSerialNumber')),
  ),
  textColumn('Previous fingerprint', ({ before }) => memberCell(before, 'certificateFingerprint')),
  textColumn(
    'New fingerprint',
    ofNew((_proof, after) => memberCell(after, 'certificateFingerprint')),
  ),
  timeColumn('Previous certificate expires', ({ before }) =>
    instantCell(before, 'certificateExpiresAt'),
  ),
  timeColumn(
    'New certificate expires',
    ofNew((_proof, after) => instantCell(after, 'certificateExpiresAt')),
  ),
  timeColumn('Previous certificate read', ({ beforeReadAtMs }) => beforeReadAtMs),
  timeColumn(
    'New certificate read',
    ofNew(({ afterReadAtMs }) => afterReadAtMs),
  ),
  timeColumn('First contact', ({ contactAtMs }) => contactAtMs ?? notYetSeen),
  textColumn('Plant ID', ({ plantId }) => plantId),
]

/** Returns the evidence of renewals as a file with a row for each. */
export function renewalEvidence(
  proofs: readonly RenewalProof[],
  { readAtMs, exportedAtMs }: EvidenceTimes,
): ExportTable {
  const [first, ...others] = proofs
  const name =
    first && others.length === 0 ? `${fileNamePart(first.serialNumber)}-renewal` : 'renewals'
  const total = proofs.length
  const noun = total === 1 ? 'renewal' : 'renewals'
  return {
    fileName: datedName(name, exportedAtMs),
    title: 'Renewals',
    columns: headsOf(columns),
    about: [
      ...extentLines({ filter: '', noun, shown: total, total, readAtMs, exportedAtMs }),
      {
        label: 'Proof',
        text: 'Issued: another certificate on the plant’s own record. In use: contact after that.',
      },
    ],
    rows: proofs.map((proof) => cellsOf(columns, proof)),
    rowCount: total,
  }
}

/** Returns the lines that state the stored evidence above other rows: a summary, and one for each new certificate. */
export function proofLines(proofs: readonly RenewalProof[]): AboutLine[] {
  if (proofs.length === 0) return []
  const kinds = proofs.map(provenKind)
  const count = (kind: ProgressKind) => kinds.filter((one) => one === kind).length
  const summary = `${count('adopted')} in use; ${count('issued')} issued, not in use yet; ${count('toDo')} without a new certificate`
  return [
    { label: 'Worklist', text: summary },
    ...proofs.flatMap((proof): AboutLine[] => {
      const kind = provenKind(proof)
      if (kind === 'toDo') return []
      return [{ label: progressMeanings[kind].label, text: proofText(proof) }]
    }),
  ]
}

function proofText({ plantId, ...proof }: RenewalProof): string {
  const { name, serialNumber, before, after, contactAtMs } = proof
  const plant = `${plantLabel({ id: plantId, name, serialNumber })} (${serialNumber})`
  const change = (word: string, value: (facts: CertificateFacts) => TableCell) =>
    `${word} ${value(before) ?? 'none'}, now ${(after && value(after)) ?? 'none'}`
  const expiry = (facts: CertificateFacts) => {
    const end = instantCell(facts, 'certificateExpiresAt')
    return typeof end === 'number' ? utcText(end) : end
  }
  const read = (atMs: number | undefined) => (atMs === undefined ? 'unknown' : utcText(atMs))
  return [
    plant,
    change('serial number', (facts) => memberCell(facts, 'certificateSerialNumber')),
    change('fingerprint', (facts) => memberCell(facts, 'certificateFingerprint')),
    change('expires', expiry),
    `read ${read(proof.beforeReadAtMs)} and ${read(proof.afterReadAtMs)}`,
    `first contact ${contactAtMs === undefined ? notYetSeen : utcText(contactAtMs)}`,
  ].join('; ')
}

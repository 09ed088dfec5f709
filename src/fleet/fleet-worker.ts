// Parses, checks and encodes pages of the list, and reads the fleet of an earlier visit, in a thread of its own, so that a
// user can type meanwhile.
import '@/lib/zod-without-eval'
import { expose, transfer } from 'comlink'
import type { ReadAheadMessage, SnapshotKey } from './fleet-worker-start'
import { buffersOf, snapshotBuffersOf } from './page-columns'
import { encodePage } from './page-encoder'
import { openSnapshot } from './snapshot-parts-store'
import type { SnapshotSource } from './stored-snapshot'

/** The functions of the worker. */
export interface FleetWorker {
  encodePage: typeof encodePage
  /** Like those of a `SnapshotSource`; undefined when nothing is stored. The first one starts the reading. */
  snapshotHead: (...key: SnapshotKey) => ReturnType<SnapshotSource['head']>
  snapshotPart: (part: number, ...key: SnapshotKey) => ReturnType<SnapshotSource['part']>
}

/** The snapshot that was asked for last. */
let latest: { key: string; source: SnapshotSource } | undefined

function sourceOf(...place: SnapshotKey): SnapshotSource {
  const key = place.join('\n')
  if (latest?.key !== key) latest = { key, source: openSnapshot(...place) }
  return latest.source
}

const functions: FleetWorker = {
  encodePage: (...page) => {
    const encoded = encodePage(...page)
    return transfer(encoded, buffersOf(encoded.columns))
  },
  snapshotHead: async (...key) =>
    sourceOf(...key)
      .head()
      .catch(() => undefined),
  snapshotPart: async (part, ...key) => {
    const pages = await sourceOf(...key)
      .part(part)
      .catch(() => undefined)
    return pages && transfer(pages, pages.flatMap(snapshotBuffersOf))
  },
}
expose(functions)
addEventListener('message', ({ data }: MessageEvent<Partial<ReadAheadMessage>>) => {
  if (data.readAhead) sourceOf(...data.readAhead)
  else if (data.readAhead === null) latest = undefined
})

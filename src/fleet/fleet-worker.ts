// Parses, checks and encodes pages of the list, and reads the fleet of an earlier visit, in a thread of its own, so that a
// user can type meanwhile.
import '@/lib/zod-without-eval'
import { expose, transfer } from 'comlink'
import type { ReadAhead } from './fleet-worker-start'
import { buffersOf, snapshotBuffersOf } from './page-columns'
import { encodePage } from './page-encoder'
import { openSnapshot } from './snapshot-parts-store'
import type { SnapshotSource } from './stored-snapshot'

/** Where a snapshot is stored: the name of the database, and the scope. */
type StoredAt = Parameters<typeof openSnapshot>

/** The functions of the worker. */
export interface FleetWorker {
  encodePage: typeof encodePage
  /** Like those of a `SnapshotSource`; undefined when nothing is stored. The first one starts the reading. */
  snapshotHead: (...at: StoredAt) => ReturnType<SnapshotSource['head']>
  snapshotPart: (place: number, ...at: StoredAt) => ReturnType<SnapshotSource['part']>
}

let open: { at: string; source: SnapshotSource } | undefined

function sourceAt(...place: StoredAt): SnapshotSource {
  const at = place.join('\n')
  if (open?.at !== at) open = { at, source: openSnapshot(...place) }
  return open.source
}

const functions: FleetWorker = {
  encodePage: (...page) => {
    const encoded = encodePage(...page)
    return transfer(encoded, buffersOf(encoded.columns))
  },
  snapshotHead: async (...at) =>
    sourceAt(...at)
      .head()
      .catch(() => undefined),
  snapshotPart: async (place, ...at) => {
    const pages = await sourceAt(...at)
      .part(place)
      .catch(() => undefined)
    return pages && transfer(pages, pages.flatMap(snapshotBuffersOf))
  },
}
expose(functions)
addEventListener('message', ({ data }: MessageEvent<Partial<ReadAhead>>) => {
  if (data.readAhead) sourceAt(...data.readAhead)
  else if (data.readAhead === null) open = undefined
})

import { queryOptions } from '@tanstack/react-query'
import { readPage } from './plant-pages'
import type { Plant } from './plant-schemas'
import { passKeys } from './query-keys'
import { isUnreadable } from '@/lib/unreadable'

/** Called for each page of a walk with the number of distinct plants seen and the total; undefined when unknown. */
type SearchProgress = (seen: number, total: number | undefined) => void

/** The counts of one pass over all pages of the list, by which `completenessOf` judges it. */
export interface PassCounts {
  /** Number of distinct plants received so far. */
  plants: number
  /** `meta.total` of the first and of the latest page; undefined when not stated. */
  firstTotal: number | undefined
  latestTotal: number | undefined
  unreadableRows: number
  /** Rows of plants that an earlier page of this pass already had: proof that plants moved. */
  repeatedRows: number
  isEnded: boolean
}

/** The result of a search for a plant; without a `plant`, it is conclusive only if all plants were seen. */
export interface PlantSearch {
  plant: Plant | undefined
  /** Number of plants with a readable serial number. */
  seen: number
  /** Undefined when the list gives no total and its end was not reached. */
  total: number | undefined
  counts: PassCounts
}

const nothingRead: PassCounts = {
  plants: 0,
  firstTotal: undefined,
  latestTotal: undefined,
  unreadableRows: 0,
  repeatedRows: 0,
  isEnded: false,
}

interface WalkedPage {
  plants: Plant[]
  total: number | undefined
  counts: PassCounts
}

/** Walks the list while pages are full, whatever `meta` says; plants that move between pages are yielded once. */
async function* walkPlants(signal: AbortSignal): AsyncGenerator<WalkedPage, void> {
  const limit = 100
  const seen = new Set<string>()
  let [unreadable, repeated] = [0, 0]
  let [firstTotal, lastTotal]: (number | undefined)[] = []
  for (let page = 1; ; page += 1) {
    const { plants, unreadableRows, rows, meta } = await readPage({ page, limit }, signal)
    const fresh = plants.filter(({ id }) => !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    unreadable += unreadableRows
    repeated += plants.length - fresh.length
    const isPastEnd = page >= (meta.totalPages ?? 0)
    // A server that keeps returning the same page has nothing more to offer.
    const isStuck = fresh.length === 0 && unreadableRows === 0
    const isLast = rows === 0 || (isPastEnd && (rows < limit || isStuck))
    if (page === 1) firstTotal = meta.total ?? undefined
    lastTotal = meta.total ?? lastTotal
    const known = isLast ? (lastTotal ?? seen.size + unreadable) : lastTotal
    const counts = {
      plants: seen.size,
      firstTotal,
      latestTotal: meta.total ?? undefined,
      unreadableRows: unreadable,
      repeatedRows: repeated,
      isEnded: isLast,
    }
    const total = known === undefined ? undefined : Math.max(known, seen.size)
    yield { plants: fresh, total, counts }
    if (isLast) return
  }
}

/** Walks the list to find the plant with a serial number. */
export async function findPlantBySerialNumber(
  serialNumber: string,
  signal: AbortSignal,
  onProgress: SearchProgress = () => undefined,
): Promise<PlantSearch> {
  let seen = 0
  let latest: WalkedPage | undefined
  for await (const page of walkPlants(signal)) {
    latest = page
    const { plants, total, counts } = page
    seen += plants.filter((candidate) => !isUnreadable(candidate, 'serialNumber')).length
    const plant = plants.find((candidate) => candidate.serialNumber === serialNumber)
    if (plant) return { plant, seen, total, counts }
    onProgress(seen, total)
  }
  const counts = latest?.counts ?? nothingRead
  return { plant: undefined, seen, total: latest?.total, counts }
}

/**
 * Query options for the plant with a serial number. It may take a thousand requests, so the caller decides when it is
 * repeated.
 */
export function plantSearchQuery(serialNumber: string, onProgress: SearchProgress) {
  return queryOptions({
    queryKey: passKeys.serialNumber(serialNumber),
    queryFn: ({ signal }) => findPlantBySerialNumber(serialNumber, signal, onProgress),
    structuralSharing: false,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

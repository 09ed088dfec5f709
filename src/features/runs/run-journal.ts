/** Runs on this device. A row that is being sent is on disk before its request, so that a crash can't hide one. */
import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb'
import { type RunDocument, documentProblem } from '@/domain/runs/run-document'
import { type Run, type RunProgress, newRun } from '@/domain/runs/run-progress'
import type { RunRow, RunRowState } from '@/domain/runs/run-row'
import { hasDatabase } from '@/lib/person-databases'
import { openPersonStore, withPersonStore } from '@/lib/person-store'

/** The place of runs: their user, and the API with the organization. */
export interface RunPlace {
  username: string
  scope: string
}

/** A run in the list of runs. */
export interface RunHead {
  id: string
  hash: string
  createdAtMs: number
  action: RunDocument['action']
  note: string
  plants: number
  progress: RunProgress
  /** Plants in each state when that was last noted. */
  counts: Partial<Record<RunRowState, number>>
  /** True once its results were saved as a file. */
  isExported: boolean
}

type HeadKey = [scope: string, id: string]
type RowKey = [...HeadKey, at: number]

interface RunSchema extends DBSchema {
  heads: { key: HeadKey; value: RunHead }
  documents: { key: HeadKey; value: RunDocument }
  rows: { key: RowKey; value: RunRow }
}

const open = (username: string) =>
  openPersonStore<RunSchema>('runs', username, 1, (fresh) => {
    fresh.createObjectStore('heads')
    fresh.createObjectStore('documents')
    fresh.createObjectStore('rows')
  })

const inJournal = <Result>(
  { username }: RunPlace,
  work: (database: IDBPDatabase<RunSchema>) => Promise<Result>,
) => withPersonStore(() => open(username), work)

const keyOf = ({ scope }: RunPlace, id: string): HeadKey => [scope, id]

/** The reason why no runs are listed: this browser stores nothing, or what it stores can't be read. */
export type NoHeads = 'not-kept' | 'unreadable'

/** Returns the runs on this device, latest first, or the reason why they can't be listed. */
export async function loadHeads(place: RunPlace): Promise<RunHead[] | NoHeads> {
  try {
    return await inJournal(place, async (database) => {
      const range = IDBKeyRange.bound([place.scope], [place.scope, []])
      const heads = await database.getAll('heads', range)
      return heads.toSorted((a, b) => b.createdAtMs - a.createdAtMs)
    })
  } catch {
    return (await hasDatabase('runs', place.username)) ? 'unreadable' : 'not-kept'
  }
}

/**
 * Returns the number of begun runs that were not exported, in all organizations: signing out deletes them all. Rejects when
 * they can't be read.
 */
export async function countUnsaved(place: RunPlace): Promise<number> {
  const heads = await inJournal(place, (database) => database.getAll('heads'))
  return heads.filter(({ progress, isExported }) => progress.startedAtMs && !isExported).length
}

/** A run as it was stored. */
interface StoredRun {
  head: RunHead
  run: Run
}

/** Returns a run with its rows; undefined when it isn't on this device. Rejects when it can't be read or contradicts itself. */
export function loadRun(place: RunPlace, id: string): Promise<StoredRun | undefined> {
  return inJournal(place, async (database) => {
    const stores = database.transaction(['heads', 'documents', 'rows'])
    const range = rowsOf(keyOf(place, id))
    const [head, document, keys, stored] = await Promise.all([
      stores.objectStore('heads').get(keyOf(place, id)),
      stores.objectStore('documents').get(keyOf(place, id)),
      stores.objectStore('rows').getAllKeys(range),
      stores.objectStore('rows').getAll(range),
    ])
    if (!head) return undefined
    if (!document || documentProblem(document) !== undefined) {
      throw new Error('The run can’t be read.')
    }
    const byPlace = new Map(keys.map(([, , at], index) => [at, stored[index]]))
    const rows = document.plants.map(({ id: plantId }, at) => byPlace.get(at) ?? { plantId })
    return { head, run: { ...newRun(document), progress: head.progress, rows } }
  })
}

/**
 * Returns the index of a plant in a run's document, which never changes; undefined when the plant isn't in it, or the run isn't
 * on this device. Rejects when it can't be read.
 */
export function findPlantIn(
  place: RunPlace,
  id: string,
  plantId: string,
): Promise<number | undefined> {
  return inJournal(place, async (database) => {
    const stores = database.transaction(['heads', 'documents'])
    const [head, document] = await Promise.all([
      stores.objectStore('heads').getKey(keyOf(place, id)),
      stores.objectStore('documents').get(keyOf(place, id)),
    ])
    if (!head) return undefined
    if (!document) throw new Error('The run can’t be read.')
    const at = document.plants.findIndex((plant) => plant.id === plantId)
    return at < 0 ? undefined : at
  })
}

/** Returns the row of a plant by its index; undefined when nothing was noted of it. Rejects when it can't be read. */
export function loadRow(place: RunPlace, id: string, at: number): Promise<RunRow | undefined> {
  return inJournal(place, (database) => database.get('rows', [...keyOf(place, id), at]))
}

/** The result of storing a run: it was new, the same one was there, or another one with its ID. */
export type Stored = 'new' | 'same' | 'other'

/**
 * Stores a run that has not begun, unless one with its ID is there, and deletes the oldest ended ones beyond `kept`. Rejects
 * when nothing can be stored.
 */
export function storeRun(
  place: RunPlace,
  head: RunHead,
  document: RunDocument,
  kept: number,
): Promise<Stored> {
  return inJournal(place, async (database) => {
    const stores = database.transaction(['heads', 'documents', 'rows'], 'readwrite')
    const range = IDBKeyRange.bound([place.scope], [place.scope, []])
    const all = await stores.objectStore('heads').getAll(range)
    const there = all.find(({ id }) => id === head.id)
    if (there) return there.hash === head.hash ? 'same' : 'other'
    const ended = all
      .filter(({ progress }) => progress.endedAtMs !== undefined)
      .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
    const old = ended.slice(Math.max(0, kept - 1))
    await Promise.all([
      stores.objectStore('heads').put(head, keyOf(place, head.id)),
      stores.objectStore('documents').put(document, keyOf(place, head.id)),
      ...old.flatMap(({ id }) => removals(stores, keyOf(place, id))),
      stores.done,
    ])
    return 'new'
  })
}

type Writing = IDBPTransaction<RunSchema, ('heads' | 'documents' | 'rows')[], 'readwrite'>

function removals(stores: Writing, key: HeadKey): Promise<void>[] {
  return [
    stores.objectStore('heads').delete(key),
    stores.objectStore('documents').delete(key),
    stores.objectStore('rows').delete(rowsOf(key)),
  ]
}

const rowsOf = (key: HeadKey) => IDBKeyRange.bound([...key], [...key, []])

/** Deletes a run with its results. Rejects when the browser stores nothing. */
export function deleteRun(place: RunPlace, id: string): Promise<void> {
  return inJournal(place, async (database) => {
    const stores = database.transaction(['heads', 'documents', 'rows'], 'readwrite')
    await Promise.all([...removals(stores, keyOf(place, id)), stores.done])
  })
}

/** Stores a plant's row. Resolves once it is on disk; rejects when it can't be. */
export function storeRow(place: RunPlace, id: string, at: number, row: RunRow): Promise<void> {
  return inJournal(place, async (database) => {
    const { store, done } = database.transaction('rows', 'readwrite', { durability: 'strict' })
    await Promise.all([store.put(row, [...keyOf(place, id), at]), done])
  })
}

/** Changes what the list shows of a run. Rejects when it isn't stored. */
export function storeHead(
  place: RunPlace,
  id: string,
  change: Partial<Pick<RunHead, 'progress' | 'counts' | 'isExported'>>,
): Promise<void> {
  return inJournal(place, async (database) => {
    const { store, done } = database.transaction('heads', 'readwrite')
    const head = await store.get(keyOf(place, id))
    if (!head) throw new Error('The run is not on this device.')
    await Promise.all([store.put({ ...head, ...change }, keyOf(place, id)), done])
  })
}

/** Stores what changed in a run since `before`. Rejects when it can't be. */
export async function storeChanges(place: RunPlace, before: Run, run: Run): Promise<void> {
  const { id } = run.document
  const changed = run.rows.flatMap((row, at) => (row === before.rows[at] ? [] : [{ row, at }]))
  await Promise.all(changed.map(({ row, at }) => storeRow(place, id, at, row)))
  if (run.progress !== before.progress) await storeHead(place, id, { progress: run.progress })
}

// The plants to renew one at a time. Outside React, because readings count on every page; kept for the next reload.
import {
  type WorklistChanges,
  type WorklistPlace,
  loadEntries,
  saveChanges,
} from './worklist-store'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { TabChannel } from '@/lib/tab-channel'

/** A user's worklist. */
interface Worklist {
  entries: readonly WorklistEntry[]
  /** False when the browser stores nothing, so that the list lasts as long as the page. */
  isKept: boolean
  /** Stored entries that could not be read since the list was opened. */
  dropped: number
}

const nothing: Worklist = { entries: [], isKept: true, dropped: 0 }
let worklist = nothing
let place: WorklistPlace | undefined
/** One step at a time, so that a change never meets a list that is only being loaded. */
let steps: Promise<unknown> = Promise.resolve()
const listeners = createListeners()

/** Tells the other tabs which list was stored; they load it. */
let tabs: TabChannel<WorklistPlace> | undefined

function otherTabs(): TabChannel<WorklistPlace> {
  tabs ??= new TabChannel<WorklistPlace>(
    'plantdeck.worklist',
    ({ username, scope }) => {
      if (place?.username === username && place.scope === scope) void openWorklist(place)
    },
    () => undefined,
  )
  return tabs
}

onPersonChange(() => {
  place = undefined
  set(nothing)
})

/** Loads the list of a place; of the same place, again, because another tab may have changed it. */
export function openWorklist(next: WorklistPlace): Promise<void> {
  if (place?.username !== next.username || place.scope !== next.scope) {
    place = next
    set(nothing)
    otherTabs()
  }
  return inTurn(async (current) => {
    try {
      const { entries, dropped } = await loadEntries(current)
      if (place === current) set({ entries, isKept: true, dropped: worklist.dropped + dropped })
    } catch {
      if (place === current) set({ ...worklist, isKept: false })
    }
  })
}

/** Changes the list; a function that returns the same plants changes nothing. */
export function changeWorklist(
  change: (entries: readonly WorklistEntry[]) => readonly WorklistEntry[],
): Promise<void> {
  return inTurn(async (current) => {
    const before = worklist.entries
    const entries = change(before)
    const changes = entryChanges(before, entries)
    if (changes === undefined) return
    set({ ...worklist, entries })
    try {
      await saveChanges(current, changes)
      otherTabs().post(current)
    } catch {
      if (place === current) set({ ...worklist, isKept: false })
    }
  })
}

/** Subscribes to changes of the list; returns the unsubscribe function. */
export function subscribeToWorklist(listener: () => void): () => void {
  return listeners.add(listener)
}

/** Returns the list as it is now. */
export const worklistNow = (): Worklist => worklist

function inTurn(step: (current: WorklistPlace) => Promise<void>): Promise<void> {
  const asked = place
  const turn = steps.then(async () => {
    if (asked && place === asked) await step(asked)
  })
  // A step that fails must not stop those after it.
  steps = turn.catch(() => undefined)
  return turn
}

function entryChanges(
  before: readonly WorklistEntry[],
  after: readonly WorklistEntry[],
): WorklistChanges | undefined {
  const known = new Map(before.map((entry) => [entry.plantId, entry]))
  const left = new Set(after.map(({ plantId }) => plantId))
  const added = after.filter(({ plantId }) => !known.has(plantId))
  const changed = after.filter((entry) => {
    const was = known.get(entry.plantId)
    return was !== undefined && was !== entry
  })
  const removed = [...known.keys()].filter((plantId) => !left.has(plantId))
  return added.length + changed.length + removed.length > 0
    ? { added, changed, removed }
    : undefined
}

function set(next: Worklist): void {
  worklist = next
  listeners.notify()
}

// The commands that this browser sends. Outside React, because a request goes on when the page is left; stored, so that a
// reload still knows what was sent.
import {
  type CommandPlace,
  forgetSent,
  keepMatch,
  keepSent,
  loadSent,
  loadSentPlants,
} from './command-store'
import type { SentCommand, SentReading } from '@/domain/commands/sent-command'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { hasDatabase } from '@/lib/person-databases'
import { TabChannel } from '@/lib/tab-channel'

interface SentOfPlant extends SentReading {
  /** False when the browser stores nothing, so that the list lasts as long as the page. */
  isKept: boolean
}

const nothing: SentOfPlant = { sent: [], extent: 'reading', isKept: true }
const byPlant = new Map<string, SentOfPlant>()
const loaded = new Set<string>()
/** Keys of the commands that this page sends: it knows their state before the store does. */
const mine = new Set<string>()
const listeners = createListeners()
let changes = 0
let untilPersonChanges = new AbortController()

onPersonChange(() => {
  untilPersonChanges.abort()
  untilPersonChanges = new AbortController()
  byPlant.clear()
  loaded.clear()
  mine.clear()
  notify()
})

/** Tells the other tabs of which plant a command was stored; they load it. */
let tabs: TabChannel<CommandPlace> | undefined

function otherTabs(): TabChannel<CommandPlace> {
  tabs ??= new TabChannel<CommandPlace>(
    'plantdeck.commands',
    (place) => {
      if (loaded.has(keyOfPlace(place))) void load(place)
    },
    () => undefined,
  )
  return tabs
}

/** Loads the commands that an earlier page or another tab sent. */
export async function openSent(place: CommandPlace): Promise<void> {
  otherTabs()
  if (loaded.has(keyOfPlace(place))) return
  loaded.add(keyOfPlace(place))
  await load(place)
}

/** Plants to which this browser sent commands. */
export interface LatestPlants {
  /** The latest first. */
  plantIds: readonly string[]
  /** Number of further plants; 'all' when the stored commands can't be read. */
  leftOut: number | 'all'
}

/**
 * Loads the commands of the plants to which this browser sent some since `sinceMs` (Unix ms, server's clock). Returns the
 * plants, at most `most`.
 */
export async function openLatest(
  place: Omit<CommandPlace, 'plantId'>,
  { sinceMs, most }: { sinceMs: number; most: number },
): Promise<LatestPlants> {
  const { signal } = untilPersonChanges
  const stored = await loadSentPlants(place).catch(() => undefined)
  const isUnreadable = !stored && (await hasDatabase('commands', place.username))
  if (signal.aborted) return { plantIds: [], leftOut: 0 }
  const latest = stored ?? new Map<string, number>()
  for (const [plantId, { sent }] of byPlant) {
    const times = sent.map(({ clickedAtMs }) => clickedAtMs)
    latest.set(plantId, Math.max(...times, latest.get(plantId) ?? 0))
  }
  const recent = [...latest]
    .filter(([, clickedAtMs]) => clickedAtMs >= sinceMs)
    .toSorted(([, one], [, other]) => other - one)
    .map(([plantId]) => plantId)
  const plantIds = recent.slice(0, most)
  await Promise.all(plantIds.map((plantId) => openSent({ ...place, plantId })))
  return { plantIds, leftOut: isUnreadable ? 'all' : recent.length - plantIds.length }
}

async function load(place: CommandPlace): Promise<void> {
  const { plantId } = place
  try {
    const stored = await loadSent(place)
    if (!loaded.has(keyOfPlace(place))) return
    const now = sentTo(plantId)
    const own = now.sent.filter(({ key }) => mine.has(key))
    const others = stored.filter(({ key }) => !mine.has(key))
    const sent = [...own, ...others].toSorted((a, b) => b.clickedAtMs - a.clickedAtMs)
    set(plantId, { ...now, sent, extent: 'whole' })
  } catch {
    const isUnreadable = await hasDatabase('commands', place.username)
    if (!loaded.delete(keyOfPlace(place))) return
    const now = sentTo(plantId)
    set(
      plantId,
      isUnreadable ? { ...now, extent: 'partial' } : { ...now, extent: 'whole', isKept: false },
    )
  }
}

/** Notes a command before it is sent, or its new state. Resolves when it is stored, or can't be. */
export async function noteSent(place: CommandPlace, sent: SentCommand): Promise<void> {
  mine.add(sent.key)
  change(place.plantId, (list) =>
    list.some(({ key }) => key === sent.key)
      ? list.map((other) => (other.key === sent.key ? sent : other))
      : [sent, ...list],
  )
  await keep(place, keepSent(place, sent))
}

/** Notes the record that was found for a command whose response was lost. */
export async function noteMatch(
  place: CommandPlace,
  sent: SentCommand,
  matchedId: string,
): Promise<void> {
  change(place.plantId, (list) =>
    list.map((other) => (other.key === sent.key ? { ...other, matchedId } : other)),
  )
  await keep(place, keepMatch(place, sent, matchedId))
}

/** Removes a command that was not sent. */
export async function dropSent(place: CommandPlace, sent: SentCommand): Promise<void> {
  change(place.plantId, (list) => list.filter(({ key }) => key !== sent.key))
  await keep(place, forgetSent(place, sent))
}

/** Subscribes to changes; returns the unsubscribe function. */
export function subscribeToSent(listener: () => void): () => void {
  return listeners.add(listener)
}

/** Returns the commands sent to a plant from this browser, but for those of its runs, latest first. */
export const sentTo = (plantId: string): SentOfPlant => byPlant.get(plantId) ?? nothing

/** Returns a number that changes with every command and its state. */
export const sentVersion = (): number => changes

function change(plantId: string, next: (sent: readonly SentCommand[]) => readonly SentCommand[]) {
  const now = sentTo(plantId)
  set(plantId, { ...now, sent: next(now.sent) })
}

async function keep(place: CommandPlace, storing: Promise<unknown>): Promise<void> {
  try {
    await storing
    otherTabs().post(place)
  } catch {
    set(place.plantId, { ...sentTo(place.plantId), isKept: false })
  }
}

function keyOfPlace({ username, scope, plantId }: CommandPlace): string {
  return [username, scope, plantId].join('\n')
}

function set(plantId: string, next: SentOfPlant): void {
  byPlant.set(plantId, next)
  notify()
}

function notify(): void {
  changes += 1
  listeners.notify()
}

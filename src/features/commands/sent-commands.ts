// The commands that this browser sends. Outside React, because a request goes on when the page is left; stored, so that a
// reload still knows what was sent.
import { type CommandPlace, forgetSent, keepSent, loadSent } from './command-store'
import type { SentCommand } from '@/domain/commands/sent-command'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow } from '@/lib/server-clock'

interface SentOfPlant {
  sent: readonly SentCommand[]
  /** False when the browser stores nothing, so that the list lasts as long as the page. */
  isKept: boolean
}

const nothing: SentOfPlant = { sent: [], isKept: true }
const byPlant = new Map<string, SentOfPlant>()
const loaded = new Set<string>()
const listeners = new Set<() => void>()

onPersonChange(() => {
  byPlant.clear()
  loaded.clear()
  notify()
})

/** Loads the commands that an earlier page sent. One that was being sent then is of unknown outcome. */
export async function openSent(place: CommandPlace): Promise<void> {
  const { plantId } = place
  if (loaded.has(plantId)) return
  loaded.add(plantId)
  try {
    const stored = await loadSent(place)
    if (!loaded.has(plantId)) return
    const now = byPlant.get(plantId) ?? nothing
    const known = new Set(now.sent.map(({ key }) => key))
    const earlier = stored
      .filter(({ key }) => !known.has(key))
      .map((sent) => ({ ...sent, settledAtMs: sent.settledAtMs ?? deviceNow() }))
    set(plantId, { ...now, sent: [...now.sent, ...earlier] })
  } catch {
    set(plantId, { ...(byPlant.get(plantId) ?? nothing), isKept: false })
  }
}

/** Notes a command before it is sent, or its new state. Resolves when it is stored, or can't be. */
export async function noteSent(place: CommandPlace, sent: SentCommand): Promise<void> {
  change(place.plantId, (list) =>
    list.some(({ key }) => key === sent.key)
      ? list.map((other) => (other.key === sent.key ? sent : other))
      : [sent, ...list],
  )
  await keep(place.plantId, keepSent(place, sent))
}

/** Removes a command that was not sent. */
export async function dropSent(place: CommandPlace, sent: SentCommand): Promise<void> {
  change(place.plantId, (list) => list.filter(({ key }) => key !== sent.key))
  await keep(place.plantId, forgetSent(place, sent))
}

/** Subscribes to changes; returns the unsubscribe function. */
export function subscribeToSent(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Returns the commands sent to a plant from this browser, latest first. */
export const sentTo = (plantId: string): SentOfPlant => byPlant.get(plantId) ?? nothing

function change(plantId: string, next: (sent: readonly SentCommand[]) => readonly SentCommand[]) {
  const now = sentTo(plantId)
  set(plantId, { ...now, sent: next(now.sent) })
}

async function keep(plantId: string, storing: Promise<unknown>): Promise<void> {
  try {
    await storing
  } catch {
    set(plantId, { ...sentTo(plantId), isKept: false })
  }
}

function set(plantId: string, next: SentOfPlant): void {
  byPlant.set(plantId, next)
  notify()
}

function notify(): void {
  for (const listener of listeners) listener()
}

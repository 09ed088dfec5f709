import { useEffect, useRef, useState } from 'react'
import { useDataScope, usePerson } from '@/api/session/session-context'
import type { FleetReading } from '@/domain/fleet-changes/fleet-reading'
import { type ComparableReading, comparableReadings } from '@/fleet/reading-slots'
import { listReadings, loadReading } from '@/fleet/reading-store'
import { serverNow } from '@/lib/server-clock'

/** An earlier reading of the fleet, as far as this device has one. */
export interface PastReading {
  /** Readings to choose from, the last visit's first. */
  choices: readonly ComparableReading[]
  chosen: ComparableReading | undefined
  /** Undefined while it is loaded, null when there is none. */
  reading: FleetReading | null | undefined
}

const loading: PastReading = { choices: [], chosen: undefined, reading: undefined }
const none: PastReading = { choices: [], chosen: undefined, reading: null }

/** Loads the reading of a slot, or the last visit's; without either, the oldest of the past day. */
export function usePastReading(slot: string | undefined, passesEnded: number): PastReading {
  const username = usePerson()?.username
  const scope = useDataScope()
  const [past, setPast] = useState<{ of: string; past: PastReading }>()
  const of = `${username} ${scope} ${slot}`
  const known = useRef(past)
  useEffect(() => {
    if (username === undefined) return undefined
    let isCurrent = true
    const place = { username, scope }
    const earlier = known.current?.of === of ? known.current.past : undefined
    const show = (found: PastReading) => {
      if (!isCurrent) return
      known.current = { of, past: found }
      setPast(known.current)
    }
    // A browser that stores nothing has no earlier reading.
    void load(place, slot, earlier).then(show, () => show(none))
    return () => {
      isCurrent = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each pass may add a reading, and make another one too old
  }, [username, scope, slot, of, passesEnded])
  return past?.of === of ? past.past : loading
}

type Place = Parameters<typeof listReadings>[0]

/** A reading that is chosen again is the same object, so that nothing is compared again, and no list on screen closes. */
async function load(
  place: Place,
  slot: string | undefined,
  earlier?: PastReading,
  isRetry = false,
): Promise<PastReading> {
  const choices = comparableReadings(await listReadings(place), serverNow())
  const chosen =
    choices.find((choice) => (slot === undefined ? choice.isLastVisit : choice.slot === slot)) ??
    choices.find(({ isLastVisit }) => isLastVisit) ??
    choices.at(-1)
  if (!chosen) return none
  if (earlier?.reading && earlier.reading.atMs === chosen.atMs) {
    return { choices, chosen, reading: earlier.reading }
  }
  const reading = (await loadReading(place, chosen.slot)) ?? null
  // Another reading may have taken the slot meanwhile.
  const isMoved = reading !== null && reading.atMs !== chosen.atMs
  return isMoved && !isRetry ? load(place, slot, undefined, true) : { choices, chosen, reading }
}

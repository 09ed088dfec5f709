import { useEffect, useState } from 'react'
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
export function usePastReading(slot: string | undefined, isPassing: boolean): PastReading {
  const username = usePerson()?.username
  const scope = useDataScope()
  const [past, setPast] = useState<{ of: string; past: PastReading }>()
  const of = `${username} ${scope} ${slot}`
  useEffect(() => {
    // A pass that ended may have added a reading, and made another one too old.
    if (username === undefined || isPassing) return undefined
    let isCurrent = true
    const place = { username, scope }
    void load(place, slot).then(
      (found) => (isCurrent ? setPast({ of, past: found }) : undefined),
      // A browser that stores nothing has no earlier reading.
      () => (isCurrent ? setPast({ of, past: none }) : undefined),
    )
    return () => {
      isCurrent = false
    }
  }, [username, scope, slot, of, isPassing])
  return past?.of === of ? past.past : loading
}

type Place = Parameters<typeof listReadings>[0]

async function load(place: Place, slot: string | undefined, isRetry = false): Promise<PastReading> {
  const choices = comparableReadings(await listReadings(place), serverNow())
  const chosen =
    choices.find((choice) => (slot === undefined ? choice.isLastVisit : choice.slot === slot)) ??
    choices.find(({ isLastVisit }) => isLastVisit) ??
    choices.at(-1)
  if (!chosen) return none
  const reading = (await loadReading(place, chosen.slot)) ?? null
  // Another reading may have taken the slot meanwhile.
  const isMoved = reading !== null && reading.atMs !== chosen.atMs
  return isMoved && !isRetry ? load(place, slot, true) : { choices, chosen, reading }
}

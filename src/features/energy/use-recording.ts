import { useEffect, useState } from 'react'
import { recordReading } from './recording-store'
import type { EnergyToday } from '@/api/energy'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { dayState } from '@/domain/energy/energy-day'
import { type EnergyReading, energyReadingOf } from '@/domain/energy/energy-readings'

export interface Recording {
  date: string
  /** Oldest first. */
  readings: readonly EnergyReading[]
  /** False when the browser stores nothing, so that readings last as long as the page. */
  isKept: boolean
}

const nothing: Recording = { date: '', readings: [], isKept: true }

/** Records each reading and returns those of the day. Totals that are not measurements are not recorded. */
export function useRecording(
  plantId: string,
  energy: EnergyToday,
  readAtMs: number,
  everyMs: number | null,
  isUnreported: boolean,
): Recording {
  const [recording, setRecording] = useState(nothing)
  const username = usePerson()?.username
  const scope = useDataScope()
  const { date } = energy
  useEffect(() => {
    if (username === undefined || isUnreported || !isOfThisDay(date, readAtMs)) return
    let isCurrent = true
    const reading = energyReadingOf(energy, readAtMs, everyMs)
    recordReading({ username, scope, plantId, date }, reading).then(
      (readings) => isCurrent && setRecording({ date, readings, isKept: true }),
      () => isCurrent && setRecording((now) => remembered(now, date, reading)),
    )
    return () => {
      isCurrent = false
    }
  }, [username, scope, plantId, date, energy, readAtMs, everyMs, isUnreported])
  return recording.date === date ? recording : nothing
}

/** Totals of another day are not part of today's curve. */
function isOfThisDay(date: string, readAtMs: number): boolean {
  return dayState(date, readAtMs, readAtMs) === 'current'
}

function remembered(now: Recording, date: string, reading: EnergyReading): Recording {
  const previous = now.date === date ? now.readings : []
  const others = previous.filter(({ atMs }) => atMs !== reading.atMs)
  return { date, readings: [...others, reading], isKept: false }
}

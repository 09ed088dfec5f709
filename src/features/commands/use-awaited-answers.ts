import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  type LatestPlants,
  openLatest,
  sentTo,
  sentVersion,
  subscribeToSent,
} from './sent-commands'
import { commandQueries } from '@/api/commands'
import { historyReadings } from '@/api/history-readings'
import { isPlantGone } from '@/api/plant-gone'
import { useDataScope, useDeployment, usePerson } from '@/api/session/session-context'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { answersOf, followedForMs } from '@/domain/attention/awaited-answers'
import { historyReadingOf } from '@/domain/commands/history-coverage'
import { plantLabel } from '@/domain/plant/plant-name'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { minuteMs, secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { whenIdle } from '@/lib/when-idle'
import { useMinute } from '@/ui/use-minute'
import { usePreference, useRefreshEveryMs } from '@/ui/use-preference'
import { useSameItems } from '@/ui/use-same-items'

/** Each takes a request at every refresh. */
const maxPlants = 20

interface AwaitedAnswers {
  awaited: readonly AwaitedPlant[]
  /** Number of plants of which it isn't known whether they have answered; 'all' when the commands can't be read. */
  unread: number | 'all'
}

/**
 * Returns the plants that haven't answered a command of this browser within the last day, and the number of those of which
 * that isn't known: their history doesn't show it, or they are too many to read. Reads their histories at most as often as the user refreshes.
 */
export function useAwaitedAnswers(): AwaitedAnswers {
  const { plantIds, leftOut } = useLatestPlants()
  const waitMs = Number(usePreference('answerWithinS')) * secondMs
  const { config } = useDeployment()
  const everyMs = useRefreshEveryMs()
  const { byId } = useFleetPlants()
  useSyncExternalStore(subscribeToSent, sentVersion)
  const results = useQueries({
    queries: plantIds.map((plantId) => ({ ...commandQueries.page(plantId, 1), enabled: false })),
  })
  const nowMs = deviceNow()
  const judgement = {
    nowMs,
    serverMs: toServerTime(nowMs),
    waitMs,
    targetKey: config.commandTargetKey,
  }
  const judged = plantIds.flatMap((id, at) => {
    const { data, dataUpdatedAt = 0, error, errorUpdatedAt = 0 } = results[at] ?? {}
    // A plant that is gone won't answer here.
    if (isPlantGone(error)) return []
    const reading = historyReadingOf(data, dataUpdatedAt)
    const answers = answersOf(sentTo(id).sent, reading, judgement)
    return [{ id, answers, wasAsked: dataUpdatedAt > 0 || errorUpdatedAt > 0 }]
  })
  const isOpen = (plantId: string) =>
    judged.some(({ id, answers }) => id === plantId && answers.kind !== 'settled')
  useQuery({
    ...historyReadings(plantIds, isOpen),
    enabled: plantIds.length > 0,
    staleTime: everyMs || minuteMs,
    refetchInterval: everyMs,
  })
  const labels = new Map(
    byId(plantIds).found.map(({ plant }) => [plant.id, plantLabel(plant)] as const),
  )
  const awaited = judged.flatMap(({ id, answers: { sinceMs: atMs } }): AwaitedPlant[] =>
    atMs === undefined ? [] : [{ kind: 'no-answer', id, label: labels.get(id) ?? id, atMs }],
  )
  const unread = judged.filter(({ answers, wasAsked }) => answers.kind === 'unread' && wasAsked)
  return {
    awaited: useSameItems(awaited),
    unread: leftOut === 'all' ? leftOut : leftOut + unread.length,
  }
}

/** Returns the plants of the latest commands, once the page has started its own reads. */
function useLatestPlants() {
  const username = usePerson()?.username
  const scope = useDataScope()
  const nowMs = useMinute()
  const [isQuiet, setIsQuiet] = useState(false)
  const [latest, setLatest] = useState<LatestPlants>({ plantIds: [], leftOut: 0 })
  useEffect(() => whenIdle(() => setIsQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || username === undefined) return undefined
    let isCurrent = true
    const asked = { sinceMs: nowMs - followedForMs, most: maxPlants }
    void openLatest({ username, scope }, asked).then((found) => {
      if (isCurrent) setLatest((before) => (isSame(before, found) ? before : found))
    })
    return () => {
      isCurrent = false
    }
  }, [isQuiet, username, scope, nowMs])
  return latest
}

const isSame = (one: LatestPlants, other: LatestPlants) =>
  one.leftOut === other.leftOut && one.plantIds.join() === other.plantIds.join()

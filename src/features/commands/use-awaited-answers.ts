import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { openLatest, sentTo, sentVersion, subscribeToSent } from './sent-commands'
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

/**
 * Returns the plants that haven't answered a command of this browser within the last day, and the number of those whose
 * history doesn't show whether they have. Reads their histories at most as often as the user refreshes.
 */
export function useAwaitedAnswers(): { awaited: readonly AwaitedPlant[]; unread: number } {
  const plantIds = useLatestPlants()
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
  return { awaited: useSameItems(awaited), unread: unread.length }
}

/** Returns the plants of the latest commands, once the page has started its own reads. */
function useLatestPlants(): readonly string[] {
  const username = usePerson()?.username
  const scope = useDataScope()
  const nowMs = useMinute()
  const [isQuiet, setIsQuiet] = useState(false)
  const [plantIds, setPlantIds] = useState<readonly string[]>([])
  useEffect(() => whenIdle(() => setIsQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || username === undefined) return undefined
    let isCurrent = true
    const latest = { sinceMs: nowMs - followedForMs, most: maxPlants }
    void openLatest({ username, scope }, latest).then((found) => {
      if (isCurrent) setPlantIds((before) => (before.join() === found.join() ? before : found))
    })
    return () => {
      isCurrent = false
    }
  }, [isQuiet, username, scope, nowMs])
  return plantIds
}

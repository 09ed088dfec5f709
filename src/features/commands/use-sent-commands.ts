import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CommandPlace } from './command-store'
import { openSent, sentTo, subscribeToSent } from './sent-commands'
import { commandQueries } from '@/api/commands'
import { useDataScope, useDeployment, useUsernameNow } from '@/api/session/session-context'
import { isFinalStatus } from '@/domain/commands/command-status'
import { nextFollowUpMs } from '@/domain/commands/follow-up'
import {
  type HistoryReading,
  type SentCommand,
  type SentState,
  sentState,
} from '@/domain/commands/sent-command'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { usePreference, useRefreshEveryMs } from '@/ui/use-preference'

/** A command of this browser with what the history shows of it. */
export interface FollowedCommand {
  sent: SentCommand
  state: SentState
}

/** Returns the place in which a plant's drafts and sent commands are kept. */
export function useCommandPlace(plantId: string): CommandPlace {
  const scope = useDataScope()
  const username = useUsernameNow()() ?? ''
  return useMemo(() => ({ username, scope, plantId }), [username, scope, plantId])
}

/** Follows the commands that this browser sent to a plant: by reading its history, often while an answer is awaited. */
export function useSentCommands(place: CommandPlace) {
  const { plantId } = place
  const { sent, isKept } = useSyncExternalStore(subscribeToSent, () => sentTo(plantId))
  const waitMs = Number(usePreference('answerWithinS')) * secondMs
  const { config } = useDeployment()
  const judgement = { waitMs, targetKey: config.commandTargetKey }
  const refreshEveryMs = useRefreshEveryMs()
  // Ticks every second, because an answer can become overdue without any reading.
  useSyncExternalStore(subscribeToClock, clockNow)
  const nowMs = deviceNow()
  useEffect(() => void openSent(place), [place])

  const history = useQuery({
    ...commandQueries.page(plantId, 1),
    refetchInterval: ({ state: { data, dataUpdatedAt } }) => {
      const reading = readingOf(data, dataUpdatedAt)
      const awaited = sentTo(plantId).sent.filter(
        (one) => !isFinalStatus(stateOf(one, reading, judgement).status),
      )
      return nextFollowUpMs(awaited, deviceNow()) ?? refreshEveryMs
    },
  })
  const reading = readingOf(history.data, history.dataUpdatedAt)
  const followed = sent.map((one): FollowedCommand => {
    return { sent: one, state: stateOf(one, reading, judgement) }
  })
  const ownIds = new Set(
    followed.flatMap(({ sent: { recordId }, state: { record } }) => [
      ...(recordId === undefined ? [] : [recordId]),
      ...(record ? [record.id] : []),
    ]),
  )
  return { followed, ownIds, history, isKept, judgement, nowMs }
}

/** Returns the state of a command now. */
export function stateOf(
  sent: SentCommand,
  reading: HistoryReading | undefined,
  judgement: { waitMs: number; targetKey: string | null },
): SentState {
  const nowMs = deviceNow()
  return sentState(sent, reading, { nowMs, serverMs: toServerTime(nowMs), ...judgement })
}

/** Returns a page of the history as a reading; undefined before the first. */
export function readingOf(
  page: { data: HistoryReading['commands']; meta: { hasNext: boolean } } | undefined,
  readAtMs: number,
): HistoryReading | undefined {
  return page && { commands: page.data, hasMore: page.meta.hasNext, readAtMs }
}

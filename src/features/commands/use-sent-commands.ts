import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CommandPlace } from './command-store'
import { noteMatch, openSent, sentTo, subscribeToSent } from './sent-commands'
import { commandQueries } from '@/api/commands'
import { useDataScope, useDeployment, useUsernameNow } from '@/api/session/session-context'
import { nextFollowUpMs } from '@/domain/commands/follow-up'
import { type HistoryReading, historyReadingOf } from '@/domain/commands/history-coverage'
import {
  type SentCommand,
  type SentReading,
  type SentState,
  isFollowed,
  knownIdOf,
  ownIdOf,
  sentStates,
} from '@/domain/commands/sent-command'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { clockNow, subscribeToClock } from '@/ui/clock'
import { usePreference, useRefreshEveryMs } from '@/ui/use-preference'
import { useSameSet } from '@/ui/use-same-set'

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

/**
 * Follows the commands that this browser sent to a plant, its runs included: by reading its history, often while an answer is
 * awaited.
 */
export function useSentCommands(place: CommandPlace, ofRuns: SentReading) {
  const { plantId } = place
  const { sent: own, extent, isKept } = useSyncExternalStore(subscribeToSent, () => sentTo(plantId))
  const { sent: sentByRuns } = ofRuns
  const sent = useMemo(() => latestFirst(own, sentByRuns), [own, sentByRuns])
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
      const all = latestFirst(sentTo(plantId).sent, sentByRuns)
      const states = statesNow(all, historyReadingOf(data, dataUpdatedAt), judgement)
      const readingMs = deviceNow()
      const awaited = all.filter((one, at) =>
        isFollowed(one, states[at] ?? { status: 'unknown' }, readingMs),
      )
      const now = { nowMs: readingMs, serverMs: toServerTime(readingMs) }
      return nextFollowUpMs(awaited, now, refreshEveryMs)
    },
  })
  const reading = historyReadingOf(history.data, history.dataUpdatedAt)
  /** Returns the states of commands to this plant, latest first, by the latest reading. */
  const judge = (all: readonly SentCommand[]) => statesNow(all, reading, judgement)
  const states = judge(sent)
  const followed = sent.flatMap((one, at): FollowedCommand[] => {
    const state = states[at]
    return state ? [{ sent: one, state }] : []
  })
  // Kept, because a reload or another tab has other readings. A run keeps its own.
  const found = followed.find(
    ({ sent: one, state }) =>
      knownIdOf(one) === undefined && state.record !== undefined && own.includes(one),
  )
  useEffect(() => {
    const matchedId = found?.state.record?.id
    if (found && matchedId !== undefined) void noteMatch(place, found.sent, matchedId)
  }, [place, found])
  // Of a command recorded twice, one may be someone else's.
  const ownIds = useSameSet(followed.flatMap(({ sent: one, state }) => ownIdOf(one, state) ?? []))
  const ownTargets = new Map(
    followed.flatMap(({ sent: one, state }) => {
      const id = ownIdOf(one, state)
      return id === undefined ? [] : [[id, one.content.target] as const]
    }),
  )
  const contents = useMemo(() => sent.map(({ content }) => content), [sent])
  return {
    followed,
    extents: { own: extent, ofRuns: ofRuns.extent },
    isKept,
    contents,
    ownIds,
    ownTargets,
    history,
    reading,
    judge,
    waitMs,
    nowMs,
  }
}

const latestFirst = (...lists: (readonly SentCommand[])[]) =>
  lists.flat().toSorted((a, b) => b.clickedAtMs - a.clickedAtMs)

function statesNow(
  all: readonly SentCommand[],
  reading: HistoryReading | undefined,
  judgement: { waitMs: number; targetKey: string | null },
): SentState[] {
  const nowMs = deviceNow()
  return sentStates(all, reading, { nowMs, serverMs: toServerTime(nowMs), ...judgement })
}

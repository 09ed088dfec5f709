import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import {
  type WatchedPlant,
  noteContactReading,
  stopWatching,
  useContactWatch,
} from './contact-watches'
import { NearTime } from './near-time'
import { useNow } from './use-now'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import {
  contactPatienceMs,
  contactPollMs,
  contactState,
  refusedText,
} from '@/domain/credentials/first-contact'
import { countdown } from '@/lib/countdown'
import { durationWords } from '@/lib/duration-units'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import type { Tone } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'
import { useReadAt } from '@/ui/use-read-at'

/** Polls a watched plant until it has used its new credentials, for half an hour at most. */
export function FirstContact({ plantId }: { plantId: string }) {
  const watch = useContactWatch(plantId)
  return watch && !watch.isStopped ? <Watching plantId={plantId} watch={watch} /> : null
}

function Watching({ plantId, watch }: { plantId: string; watch: WatchedPlant }) {
  const nowMs = useNow()
  const isOver = watch.proof.contactAtMs !== undefined
  const { data: plant, dataUpdatedAt } = useQuery({
    ...plantQueries.detail(plantId),
    refetchInterval: () => (isOver ? false : contactPollMs(deviceNow() - watch.sinceMs)),
  })
  useEffect(() => {
    if (plant) noteContactReading(plantId, plant, dataUpdatedAt)
  }, [plantId, plant, dataUpdatedAt])
  const readAtMs = useReadAt(dataUpdatedAt)
  const { tone, title, detail } = wordsOf(watch, plant, nowMs)
  return (
    <Panel
      title={isOver ? 'First contact' : 'Waiting for first contact'}
      actions={
        <Button size="sm" variant="quiet" onClick={() => stopWatching(plantId)}>
          {isOver ? 'Close' : 'Stop waiting'}
        </Button>
      }
    >
      <div className="flex flex-col gap-1 px-4 py-3">
        <div role="status">
          <StatusBadge tone={tone} isPlain className="font-medium [&>span]:whitespace-normal">
            {title}
          </StatusBadge>
        </div>
        <p className="text-muted tabular-nums">
          {detail}
          {isOver ? null : (
            <>
              {' '}
              Last looked <RelativeTime value={readAtMs} />.
            </>
          )}
        </p>
      </div>
    </Panel>
  )
}

interface Words {
  tone: Tone
  title: ReactNode
  detail: ReactNode
}

function wordsOf(watch: WatchedPlant, plant: PlantDetail | undefined, nowMs: number): Words {
  const { contactAtMs } = watch.proof
  const sinceMs = toServerTime(watch.sinceMs)
  if (contactAtMs !== undefined) {
    return {
      tone: 'ok',
      title: (
        <>
          Connected at <AbsoluteTime value={contactAtMs} />
        </>
      ),
      detail: 'The plant has connected with its new credentials. Its current state is shown above.',
    }
  }
  const elapsedMs = nowMs - sinceMs
  const state = plant ? contactState(watch, plant) : { kind: 'waiting' as const }
  const hasGivenUp = elapsedMs >= contactPatienceMs
  const waiting = hasGivenUp ? (
    <>
      Stopped waiting after {durationWords(contactPatienceMs)}. The page still shows when the plant
      connects.
    </>
  ) : (
    <>
      Waiting for {countdown(elapsedMs)}, since <NearTime atMs={sinceMs} />.
    </>
  )
  if (state.kind === 'refused') {
    return {
      tone: 'warn',
      title: refusedText(state.times),
      detail: (
        <>
          Last refused{' '}
          <RelativeTime
            value={state.lastAt}
            absent="at an unknown time"
            isUnreadable={plant !== undefined && isUnreadable(plant, 'lastAuthFailureAt')}
          />
          . {waiting}
        </>
      ),
    }
  }
  if (hasGivenUp) return { tone: 'warn', title: 'No contact yet', detail: waiting }
  return {
    tone: 'info',
    title: 'The plant hasn’t used its new credentials yet',
    detail: waiting,
  }
}

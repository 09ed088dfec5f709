import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import {
  type WatchedPlant,
  noteContactReading,
  stopWatching,
  useContactWatch,
} from './contact-watches'
import { NearTime } from './near-time'
import { useNow } from './use-now'
import { plantQueries } from '@/api/plants'
import { contactWords } from '@/domain/credentials/contact-words'
import { contactPollMs } from '@/domain/credentials/first-contact'
import { deviceNow, toServerTime } from '@/lib/server-clock'
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
  const sinceMs = toServerTime(watch.sinceMs)
  const { contactAtMs } = watch.proof
  const words = contactWords(watch, plant, { contactAtMs, elapsedMs: nowMs - sinceMs })
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
          <StatusBadge tone={words.tone} isPlain className="font-medium [&>span]:whitespace-normal">
            {words.title}
            {words.titleAtMs === undefined ? null : (
              <>
                {' '}
                <AbsoluteTime value={words.titleAtMs} />
              </>
            )}
          </StatusBadge>
        </div>
        <p className="text-muted tabular-nums">
          {words.refusal ? (
            <>
              Last refused{' '}
              <RelativeTime
                value={words.refusal.at}
                absent="at an unknown time"
                isUnreadable={words.refusal.isUnreadable}
              />
              .{' '}
            </>
          ) : null}
          {words.detail}
          {words.hasStart ? (
            <>
              , since <NearTime atMs={sinceMs} />.
            </>
          ) : null}
          {isOver ? null : (
            <>
              {' '}
              Last checked <RelativeTime value={readAtMs} />.
            </>
          )}
        </p>
      </div>
    </Panel>
  )
}

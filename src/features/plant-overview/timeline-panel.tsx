import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TimelineList } from './timeline-list'
import { commandQueries } from '@/api/commands'
import { describeError } from '@/api/error-messages'
import type { PlantDetail } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import { nearestEntries } from '@/domain/overview/nearest-entries'
import { plantTimeline } from '@/domain/overview/plant-timeline'
import { alertsSource, commandsSource } from '@/domain/overview/timeline-sources'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

const nearest = { ahead: 3, past: 9 }

/** Past and planned events of a plant, including the 20 commands on the first page of its history. */
export function TimelinePanel({ plant }: { plant: PlantDetail }) {
  const commands = useQuery({
    ...commandQueries.first(plant.id),
    refetchInterval: useRefreshEveryMs(),
  })
  // The order of past and future entries changes no faster.
  const nowMs = useMinute()
  const [isAll, setIsAll] = useState(false)
  const timeline = plantTimeline(plant, commands.data?.data ?? [], nowMs, statedGraceMs(plant))
  const near = nearestEntries(timeline, nearest)
  return (
    <Panel title="Timeline">
      {commands.error ? <CommandsFailure commands={commands} /> : null}
      <TimelineList timeline={isAll ? timeline : near} />
      {near.left > 0 ? (
        <div className="border-t border-line px-2 py-1 max-md:px-1">
          <Button variant="quiet" size="sm" onClick={() => setIsAll(!isAll)}>
            {isAll ? 'Show fewer' : `Show all ${near.left + near.ahead.length + near.past.length}`}
          </Button>
        </div>
      ) : null}
      <p className="border-t border-line px-4 py-2 text-xs text-muted">
        Based on the plant’s own dates, {alertsSource(plant)} and {commandsSource(commands)}.
      </p>
    </Panel>
  )
}

interface CommandsQuery {
  error: Error | null
  data: unknown
  dataUpdatedAt: number
  isFetching: boolean
  refetch: () => unknown
}

function CommandsFailure({ commands }: { commands: CommandsQuery }) {
  const { title } = describeError(commands.error)
  const readAtMs = useReadAt(commands.dataUpdatedAt)
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2"
    >
      <p className="min-w-0">
        <StatusBadge isPlain tone="warn">
          {commands.data === undefined
            ? 'Couldn’t load the commands'
            : 'Couldn’t refresh the commands'}
        </StatusBadge>
        <span className="block text-muted">
          {title}.
          {commands.data === undefined ? null : (
            <>
              {' '}
              As of <AbsoluteTime value={readAtMs} />.
            </>
          )}
        </span>
      </p>
      <Button size="sm" isPending={commands.isFetching} onClick={() => commands.refetch()}>
        Reload commands
      </Button>
    </div>
  )
}

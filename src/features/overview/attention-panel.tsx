import { useMemo, useState } from 'react'
import { AttentionRow } from './attention-row'
import { OfflineLine } from './offline-line'
import { SnoozeDialog } from './snooze-dialog'
import { useSnoozes } from './snooze-store'
import { SnoozedList } from './snoozed-list'
import { UnreadLines, type UnreadLinesProps } from './unread-lines'
import type { Overview } from './use-overview'
import { attentionItem } from '@/domain/attention/attention-items'
import type { AttentionGroup } from '@/domain/attention/attention-survey'
import { judgedSoFar } from '@/domain/attention/judged-part'
import { type Snooze, applySnoozes, lastingSnoozes, newSnooze } from '@/domain/attention/snooze'
import { isStillReading } from '@/domain/fleet/completeness'
import { countOf } from '@/lib/format-count'
import { minuteMs } from '@/lib/instants'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { useTimeText } from '@/ui/use-time-text'

interface AttentionPanelProps extends UnreadLinesProps {
  overview: Overview
}

const recentMs = 10 * minuteMs

/** The attention queue, the most urgent item first. */
export function AttentionPanel({ overview, ...unread }: AttentionPanelProps) {
  const { survey, nowMs, fleet } = overview
  const timeText = useTimeText()
  const { snoozes, save } = useSnoozes()
  const [asked, setAsked] = useState<AttentionGroup>()
  const { groups: all = [], unreadable = 0 } = survey ?? {}
  const { groups, inEffect } = useMemo(
    () => applySnoozes(all, snoozes, nowMs),
    [all, snoozes, nowMs],
  )
  const replace = (next: readonly Snooze[]) => {
    const isKept = save(lastingSnoozes(next, all, nowMs))
    if (isKept) return
    toast.show({ tone: 'warn', title: 'This browser keeps the snooze only until it is closed' })
  }
  return (
    <Panel title="Needs attention">
      {survey === undefined || isBehind(survey.reading.plants, fleet) ? (
        <ItemsSkeleton />
      ) : (
        <>
          {survey.isPart ? (
            <p className="border-b border-line px-4 py-2 text-xs text-muted tabular-nums">
              {judgedSoFar(survey.reading.plants, fleet.total)}
            </p>
          ) : null}
          {groups.length === 0 ? (
            <p className="px-4 py-3 text-muted">
              {nothingWords(survey.reading.plants, inEffect)} <ReadAs overview={overview} />
            </p>
          ) : (
            <ol aria-label="Needs attention" className="divide-y divide-line">
              {groups.map((group) => (
                <AttentionRow
                  key={group.key}
                  group={group}
                  item={attentionItem(group, { outage: fleet.outage, nowMs, timeText })}
                  onSnooze={() => setAsked(group)}
                />
              ))}
            </ol>
          )}
          <OfflineLine offline={survey.offline} isPart={survey.isPart} />
          {unreadable > 0 ? (
            <p className="border-t border-line px-4 py-2 text-xs text-muted">
              {countOf(unreadable, 'plant')} can’t be judged in every respect: some of{' '}
              {unreadable === 1 ? 'its' : 'their'} data couldn’t be read.
            </p>
          ) : null}
          <UnreadLines {...unread} />
          <SnoozedList
            inEffect={inEffect}
            onWake={(woken) => replace(snoozes.filter((snooze) => snooze !== woken))}
          />
        </>
      )}
      {asked ? (
        <SnoozeDialog
          group={asked}
          onClose={() => setAsked(undefined)}
          onSnooze={(given) => {
            const others = snoozes.filter(({ key }) => key !== asked.key)
            replace([...others, newSnooze(asked, { ...given, nowMs })])
            setAsked(undefined)
          }}
        />
      ) : null}
    </Panel>
  )
}

/** True for a survey from before the first plants were read. */
function isBehind(surveyed: number, { plants, total }: Overview['fleet']): boolean {
  return surveyed === 0 && (plants > 0 || total === undefined)
}

/** It is about the plants that were judged; a line above says so while they are not all. */
function nothingWords(plants: number, inEffect: readonly unknown[]): string {
  if (plants === 0) return 'There are no plants to judge.'
  const but = inEffect.length > 0 ? ' that isn’t snoozed' : ''
  return `Nothing${but} needs attention, in ${countOf(plants, 'plant')} read.`
}

/** Says how old the data is on which nothing was found, unless it is recent. */
function ReadAs({ overview: { fleet, nowMs } }: { overview: Overview }) {
  const { oldestReadAtMs, isFromSnapshot, completeness } = fleet
  if (oldestReadAtMs === undefined) return null
  const isReading = isStillReading(completeness)
  if (!isFromSnapshot && !isReading && nowMs - oldestReadAtMs < recentMs) return null
  return (
    <>
      The oldest data was read <RelativeTime value={oldestReadAtMs} />
      {fleet.error ? '.' : '; the list is being read.'}
    </>
  )
}

function ItemsSkeleton() {
  return (
    <SkeletonGroup label="Loading what needs attention">
      <div className="flex flex-col gap-4 p-4">
        {Array.from({ length: 4 }, (_, item) => (
          <Skeleton key={item} className="h-10 w-full" />
        ))}
      </div>
    </SkeletonGroup>
  )
}

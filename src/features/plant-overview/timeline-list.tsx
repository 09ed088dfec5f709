import {
  BellRing,
  CalendarDays,
  Clock3,
  KeyRound,
  type LucideIcon,
  Radio,
  SquareTerminal,
} from 'lucide-react'
import type {
  PlantTimeline,
  TimelineEntry,
  TimelineKind,
  UndatedEntry,
} from '@/domain/overview/plant-timeline'
import { AbsoluteTime } from '@/ui/absolute-time'
import { RelativeTime } from '@/ui/relative-time'
import { toneText } from '@/ui/tone-classes'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

const icons: Record<TimelineKind, LucideIcon> = {
  life: CalendarDays,
  contact: Radio,
  credentials: KeyRound,
  alert: BellRing,
  command: SquareTerminal,
}

export function TimelineList({ timeline }: { timeline: PlantTimeline }) {
  const { ahead, past, undated } = timeline
  if (ahead.length + past.length + undated.length === 0) {
    return <p className="px-4 py-3 text-muted">Nothing has happened yet, as far as is known.</p>
  }
  return (
    <ol aria-label="Timeline" className="py-2">
      {ahead.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
      <li className="flex items-center gap-2 px-4 py-1 text-xs font-medium text-accent-text">
        <Clock3 aria-hidden className="size-4 shrink-0" />
        Now
        <span aria-hidden className="h-px flex-1 bg-line-strong" />
      </li>
      {past.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
      {undated.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: TimelineEntry | UndatedEntry }) {
  const { kind, tone, title, subject, note } = entry
  const Icon = icons[kind]
  return (
    <li className="flex items-start gap-2 px-4 py-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${toneText[tone]}`} />
      <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
        <div className="min-w-0 flex-[1_1_12rem] wrap-anywhere">
          <span className={tone === 'neutral' ? '' : toneText[tone]}>{title}</span>
          {subject === undefined ? null : (
            <>
              {' '}
              <UntrustedText className="text-muted" fallback="(no text)">
                {subject}
              </UntrustedText>
            </>
          )}
          {note === undefined ? null : (
            <div className="text-xs text-muted">
              <UntrustedText>{note}</UntrustedText>
            </div>
          )}
        </div>
        {'sent' in entry ? (
          <div className="text-muted wrap-anywhere">
            {entry.sent === null ? (
              <Unreadable />
            ) : (
              <>
                <UntrustedText>{entry.sent}</UntrustedText>
                <div className="text-xs">not a readable time</div>
              </>
            )}
          </div>
        ) : (
          <div className="flex flex-col text-muted tabular-nums max-md:flex-row max-md:gap-2 md:ml-auto md:items-end">
            <RelativeTime value={entry.atMs} />
            <AbsoluteTime
              value={entry.atMs}
              className="text-xs leading-4 whitespace-nowrap text-faint max-md:leading-5"
            />
          </div>
        )}
      </div>
    </li>
  )
}

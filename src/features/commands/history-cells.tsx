import type { Command } from '@/api/commands'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import type { CommandTarget } from '@/domain/commands/command-target'
import { type HistoryRow, otherAnswerText, roundTripOf } from '@/domain/commands/history-rows'
import { compactJson } from '@/lib/json-layout'
import { isUnreadable, unreadableMember } from '@/lib/unreadable'
import { cutText } from '@/ui/cut-text'
import { StatusBadge } from '@/ui/status-badge'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

/** More than a cell shows; a payload may have millions of characters. */
const maxLineLength = 120

/** The payload's beginning, in one line. */
export function PayloadLine({ command }: { command: Command }) {
  const { payload } = command
  if (isUnreadable(command, 'payload')) return <Unreadable />
  if (!payload) return <span className="text-faint">none</span>
  const line = compactJson(cutText(payload, 5 * maxLineLength))
  const isLong = payload.length > 5 * maxLineLength || line.length > maxLineLength
  return (
    <span className="inline-block max-w-60 truncate align-bottom font-mono text-xs max-md:max-w-full">
      <UntrustedText isCut>{cutText(line, maxLineLength)}</UntrustedText>
      {isLong ? '…' : null}
    </span>
  )
}

/** The sub-device of a command. */
export function Target({ target }: { target: CommandTarget }) {
  if (target === undefined) return <span className="text-faint">not stated</span>
  return (
    <UntrustedText isCut className="font-mono text-xs" isUnreadable={target === unreadableMember}>
      {target === unreadableMember ? null : target}
    </UntrustedText>
  )
}

/**
 * Status of a command; an answer that isn't known is shown as the plant sent it. Not inline, where the icon would set the
 * baseline.
 */
export function Status({ row }: { row: HistoryRow }) {
  const { label, tone, hint } = commandStatusMeanings[row.status]
  const text = otherAnswerText(row)
  return (
    <span className="flex max-w-full min-w-0 flex-wrap items-center gap-x-1.5" title={hint}>
      <StatusBadge isPlain tone={tone}>
        {label}
      </StatusBadge>
      {text === undefined ? null : (
        <UntrustedText isCut longest={80} className="text-muted">
          {text}
        </UntrustedText>
      )}
      {isUnreadable(row.command, 'responseStatus') ? <Unreadable /> : null}
    </span>
  )
}

/** Seconds from sending to the acknowledgement. */
export function RoundTrip({ command }: { command: Command }) {
  const roundTrip = roundTripOf(command)
  if (roundTrip === undefined) return <span className="text-faint">–</span>
  if (roundTrip === 'unreadable') return <Unreadable />
  if (typeof roundTrip === 'string') return <span className="text-faint">{roundTrip}</span>
  return <>{roundTrip.toFixed(1)}&nbsp;s</>
}

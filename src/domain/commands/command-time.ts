import type { Command } from '@/api/commands'
import { readInstant } from '@/lib/instants'
import { clockToleranceMs } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'

type CommandTimeMember = 'sentAt' | 'createdAt'

/**
 * Returns the time of a command, Unix ms: when the platform sent it to the plant, else when it recorded it. `createdAt` comes
 * first for questions about the record itself, because a platform may send later than it records. Undefined when the API
 * states neither in a readable way.
 */
export function commandTimeMs(
  { sentAt, createdAt }: Pick<Command, CommandTimeMember>,
  first: CommandTimeMember = 'sentAt',
): number | undefined {
  const members = first === 'sentAt' ? [sentAt, createdAt] : [createdAt, sentAt]
  return members.map(readInstant).find((atMs) => typeof atMs === 'number')
}

/** Returns the member to show as a command's time: `createdAt` only when no send time is stated, not when it can't be read. */
export function shownTimeMember(command: Command): CommandTimeMember {
  const isStated = isUnreadable(command, 'sentAt') || readInstant(command.sentAt) !== null
  return isStated ? 'sentAt' : 'createdAt'
}

/**
 * Returns the age of a command at `nowMs` (Unix ms, server's clock), in ms. The platform's machines may have other clocks, so
 * a time slightly ahead counts as now; undefined for one that is further ahead, or when no time can be read.
 */
export function commandAgeMs(command: Command, nowMs: number): number | undefined {
  const atMs = commandTimeMs(command)
  if (atMs === undefined || atMs > nowMs + clockToleranceMs) return undefined
  return Math.max(0, nowMs - atMs)
}

/** Sorts commands by time, latest first; those without a time come last. The API states no order. */
export function latestFirst(commands: readonly Command[]): Command[] {
  const place = (command: Command) => commandTimeMs(command) ?? Number.MIN_SAFE_INTEGER
  return commands.toSorted((a, b) => place(b) - place(a))
}

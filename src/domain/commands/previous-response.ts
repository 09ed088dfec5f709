import type { CommandTarget } from './command-target'
import { commandTimeMs } from './command-time'
import type { Command } from '@/api/commands'
import { isUnreadable, unreadableMember } from '@/lib/unreadable'

interface TargetedCommand {
  command: Command
  target: CommandTarget
}

/** A command with a readable response. */
export type Responded = Command & { response: string }

/**
 * Returns the latest earlier command with the same name and target that has a readable response; undefined when `rows`
 * contain none. The API states no order, so the times decide.
 */
export function previousResponse(
  rows: readonly TargetedCommand[],
  { command, target }: TargetedCommand,
): Responded | undefined {
  const beforeMs = commandTimeMs(command)
  if (beforeMs === undefined || !isNamed({ command, target })) return undefined
  let previous: Responded | undefined
  for (const row of rows) {
    const { command: other } = row
    const atMs = commandTimeMs(other)
    const isSame = isNamed(row) && other.command === command.command && row.target === target
    if (!isSame || atMs === undefined || atMs >= beforeMs || !isResponded(other)) continue
    if (previous === undefined || atMs > (commandTimeMs(previous) ?? atMs)) previous = other
  }
  return previous
}

/** Returns true for a command whose response arrived and can be read. */
export function isResponded(command: Command): command is Responded {
  return typeof command.response === 'string'
}

function isNamed({ command, target }: TargetedCommand): boolean {
  return !isUnreadable(command, 'command') && target !== unreadableMember
}

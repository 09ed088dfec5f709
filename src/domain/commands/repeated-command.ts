import { type CommandTarget, targetOf } from './command-target'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import { isSameJson } from '@/lib/same-json'

interface Targets {
  /** The member of a command that names its sub-device; null without targets. */
  targetKey: string | null
  /** Targets of the commands that this browser sent, by the ID of their record; undefined for the whole plant. */
  ownTargets: ReadonlyMap<string, string | undefined>
}

/**
 * Compares a record with a command to be sent: "same" means the same name, payload and target. "target-unknown" is one of the
 * same name and payload whose target the history doesn't show; undefined is another command.
 */
export function repetitionOf(
  { command, payload, target }: CommandContent,
  row: Command,
  targets: Targets,
): 'same' | 'target-unknown' | undefined {
  if (row.command !== command || !isSameJson(row.payload ?? '{}', payload ?? '{}')) return undefined
  const recorded = recordedTarget(row, targets)
  if (recorded === (target || undefined)) return 'same'
  const isKnown = typeof recorded === 'string' || targets.ownTargets.has(row.id)
  return isKnown ? undefined : 'target-unknown'
}

/** Most backends don't return the target; of its own commands, this browser knows it. */
function recordedTarget(row: Command, { targetKey, ownTargets }: Targets): CommandTarget {
  return targetOf(row, targetKey) ?? (ownTargets.get(row.id) || undefined)
}

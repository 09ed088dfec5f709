import type { RunDocument } from './run-document'
import type { Command } from '@/api/commands'
import { commandTimeMs } from '@/domain/commands/command-time'
import { repetitionOf } from '@/domain/commands/repeated-command'

/**
 * Returns why a plant is held back because it already got the command, without a full stop: someone may have applied the
 * same plan in another browser. `commands` are its latest.
 */
export function repetitionSince(
  { action, createdAtMs }: Pick<RunDocument, 'action' | 'createdAtMs'>,
  commands: readonly Command[],
): string[] {
  if (action.kind !== 'command') return []
  const targets = { targetKey: action.targetKey, ownTargets: new Map<string, string>() }
  const isRepeated = commands.some(
    (row) =>
      repetitionOf(action.content, row, targets) !== undefined &&
      (commandTimeMs(row, 'createdAt') ?? 0) > createdAtMs,
  )
  return isRepeated ? ['The same command was recorded for it after the plan was made'] : []
}

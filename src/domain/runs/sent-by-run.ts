import type { RunDocument } from './run-document'
import type { RunRow } from './run-row'
import type { SentCommand } from '@/domain/commands/sent-command'

/** Returns the command that a run sent to a plant, as a command of this browser; undefined when it sent none. */
export function sentByRun(
  { action }: Pick<RunDocument, 'action'>,
  { request }: RunRow,
): SentCommand | undefined {
  if (action.kind !== 'command' || !request) return undefined
  const { key, clickedAtMs, settledAtMs, seenIds, recordId, matchedId, refusal } = request
  const { content } = action
  return { key, content, clickedAtMs, settledAtMs, seenIds, recordId, matchedId, refusal }
}

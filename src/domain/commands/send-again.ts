import type { CommandTarget } from './command-target'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import { isUnreadable, unreadableMember } from '@/lib/unreadable'

/** Returns the content of a recorded command for the composer, or why it can't be taken from the history. */
export function contentToEdit(
  command: Command,
  target: CommandTarget,
): { content: CommandContent } | { refusal: string } {
  if (isUnreadable(command, 'command')) return { refusal: 'The command’s name is unreadable.' }
  if (isUnreadable(command, 'payload')) return { refusal: 'The payload is unreadable.' }
  // Without its target, the command would go to the whole plant.
  if (target === unreadableMember) return { refusal: 'The target is unreadable.' }
  return { content: { command: command.command, payload: command.payload ?? undefined, target } }
}

import type { Command } from '@/api/commands'
import { unreadableMember } from '@/lib/unreadable'

/** Sub-device of a command; undefined when the API states none. */
export type CommandTarget = string | typeof unreadableMember | undefined

/** Returns the sub-device of a command from the member that the config names; the API itself documents none. */
export function targetOf({ others }: Pick<Command, 'others'>, key: string | null): CommandTarget {
  const value = key === null ? undefined : others?.get(key)
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : unreadableMember
}

/** Returns the content as it can be sent, and the target that it loses when the config names no member for targets. */
export function addressed<Content extends { target?: string | undefined }>(
  content: Content,
  key: string | null,
): { content: Content; lostTarget: string | undefined } {
  if (key !== null || !content.target) return { content, lostTarget: undefined }
  return { content: { ...content, target: undefined }, lostTarget: content.target }
}

import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import { targetPattern } from '@/api/send-command'
import { parseJson } from '@/lib/json-text'

/** Members of a response whose texts are sub-devices, as the platform's own plants name them. */
const deviceMembers = /^(target|devices?|sub_?devices?|external_?id)$/i
/** More would not help anyone to choose. */
const maxListed = 20

/** Lists the sub-devices that earlier commands addressed or that responses name, those of commands first. */
export function seenTargets(
  contents: readonly CommandContent[],
  history: readonly Pick<Command, 'response'>[],
): string[] {
  const addressed = contents.flatMap(({ target }) => target ?? [])
  const named = history.flatMap(({ response }) => devicesIn(parseJson(response ?? ''), false))
  const valid = [...addressed, ...named].filter((id) => targetPattern.test(id))
  return [...new Set(valid)].slice(0, maxListed)
}

function devicesIn(value: unknown, isDevice: boolean): string[] {
  if (typeof value === 'string') return isDevice ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => devicesIn(item, isDevice))
  return Object.entries(value).flatMap(([name, member]) =>
    devicesIn(member, deviceMembers.test(name)),
  )
}

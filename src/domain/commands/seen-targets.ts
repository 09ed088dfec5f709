import { targetOf } from './command-target'
import type { CommandContent } from './sent-command'
import type { Command } from '@/api/commands'
import { targetPattern } from '@/api/send-command'
import { parseJson } from '@/lib/json-text'

/** Members of a response whose texts are sub-devices, as the platform's own plants name them. */
const deviceMembers = /^(target|devices?|sub_?devices?|external_?id)$/i
/** More would not help anyone to choose. */
const maxListed = 20

/**
 * Lists the sub-devices that earlier commands addressed or that responses name, those of this browser's commands first.
 * `targetKey` names the member of a recorded command that states its target.
 */
export function seenTargets(
  contents: readonly CommandContent[],
  history: readonly Pick<Command, 'response' | 'others'>[],
  targetKey: string | null,
): string[] {
  const own = contents.flatMap(({ target }) => target ?? [])
  const recorded = history.flatMap((command) => {
    const target = targetOf(command, targetKey)
    return typeof target === 'string' ? target : []
  })
  const named = history.flatMap(({ response }) => devicesIn(parseJson(response ?? '')))
  const valid = [...own, ...recorded, ...named].filter((id) => targetPattern.test(id))
  return [...new Set(valid)].slice(0, maxListed)
}

/** Collects the texts of members that name devices; without recursion, because a response may be nested deeply. */
function devicesIn(response: unknown): string[] {
  const devices: string[] = []
  const left: { value: unknown; isDevice: boolean }[] = [{ value: response, isDevice: false }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, isDevice } = next
    if (typeof value === 'string' && isDevice) devices.push(value)
    if (typeof value !== 'object' || value === null) continue
    const inside = Array.isArray(value)
      ? value.map((item: unknown) => ({ value: item, isDevice }))
      : Object.entries(value).map(([name, member]: [string, unknown]) => {
          // A map of devices has their IDs as its names.
          if (isDevice && typeof member === 'object' && member !== null) devices.push(name)
          const isNamed = deviceMembers.test(name) || (isDevice && name === 'id')
          return { value: member, isDevice: isNamed }
        })
    left.push(...inside.toReversed())
  }
  return devices
}

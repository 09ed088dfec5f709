import type { Plant } from '@/api/plant-schemas'
import { connectionMeanings } from '@/domain/status/connection'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { meaningOf } from '@/domain/status/meaning'
import { isUnreadable } from '@/lib/unreadable'

/** A fact that was shown and has changed since, in words. */
export interface FactChange {
  fact: string
  was: string
  is: string
}

type Named = Extract<
  keyof Plant,
  | 'lifecycleStatus'
  | 'status'
  | 'name'
  | 'serialNumber'
  | 'authMethod'
  | 'certificateSerialNumber'
  | 'secretRotatedAt'
>

const facts: readonly { fact: string; member: Named; word?: (value: string) => string }[] = [
  {
    fact: 'Lifecycle',
    member: 'lifecycleStatus',
    word: (value) => meaningOf(lifecycleMeanings, value).label,
  },
  {
    fact: 'Connection',
    member: 'status',
    word: (value) => meaningOf(connectionMeanings, value).label,
  },
  { fact: 'Name', member: 'name' },
  { fact: 'Serial number', member: 'serialNumber' },
  { fact: 'Authentication method', member: 'authMethod' },
  { fact: 'Certificate', member: 'certificateSerialNumber' },
  { fact: 'Secret rotated', member: 'secretRotatedAt' },
]

/** Lists the changes since the plant was first shown that affect an action. */
export function changesBetween(before: Plant, now: Plant): FactChange[] {
  return facts.flatMap(({ fact, member, word = (value) => value }) => {
    const read = (plant: Plant) =>
      isUnreadable(plant, member) ? 'unreadable' : word(plant[member] ?? '')
    const [was, is] = [read(before), read(now)]
    return was === is ? [] : [{ fact, was, is }]
  })
}

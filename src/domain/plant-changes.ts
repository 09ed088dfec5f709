import { connectionMeanings } from './connection'
import { lifecycleMeanings } from './lifecycle'
import { meaningOf } from './tone'
import type { Plant } from '@/api/plant-schemas'

/** A fact that somebody is about to act on, and how it changed. Names and values are the server's. */
export interface PlantChange {
  fact: string
  was: string
  is: string
}

const facts: readonly { fact: string; read: (plant: Plant) => string | null | undefined }[] = [
  { fact: 'Lifecycle', read: (plant) => meaningOf(lifecycleMeanings, plant.lifecycleStatus).label },
  { fact: 'Connection', read: (plant) => meaningOf(connectionMeanings, plant.status).label },
  { fact: 'Name', read: (plant) => plant.name },
  { fact: 'Serial number', read: (plant) => plant.serialNumber },
  { fact: 'Authentication method', read: (plant) => plant.authMethod },
  { fact: 'Certificate', read: (plant) => plant.certificateSerialNumber },
  { fact: 'Secret rotated', read: (plant) => plant.secretRotatedAt },
]

/** What is different from the plant as it was first shown, of all that bears on an action. */
export function changesBetween(before: Plant, now: Plant): PlantChange[] {
  return facts.flatMap(({ fact, read }) => {
    const was = read(before) ?? ''
    const is = read(now) ?? ''
    return was === is ? [] : [{ fact, was, is }]
  })
}

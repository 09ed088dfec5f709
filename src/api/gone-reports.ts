// Apart from `plant-gone.ts`, which imports the queries that report here.
import { onPersonChange } from '@/lib/person-change'

type GoneListener = (plantId: string) => void

const listeners = new Set<GoneListener>()
const gone = new Set<string>()
onPersonChange(() => gone.clear())

/** Reports that a read or write found a plant gone. */
export function reportGone(plantId: string): void {
  gone.add(plantId)
  for (const listener of listeners) listener(plantId)
}

/** Calls back for each plant that is reported as gone, or was before. */
export function onGone(listener: GoneListener): void {
  listeners.add(listener)
  for (const plantId of gone) listener(plantId)
}

import type { Plant } from '@/api/plant-schemas'

/** A chosen plant, and the reason why it is left out; undefined for one that takes part. */
export interface PlanRow {
  plant: Plant
  reason: string | undefined
  isCanary: boolean
}

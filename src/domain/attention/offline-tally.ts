// The offline plants that the queue leaves out, so that its figures and those of the whole fleet add up.
import { facetIs } from './attention-severity'
import { offlineDelayMs } from './further-attention'
import { lifecycleFilter } from './group-filter'
import type { Plant } from '@/api/plant-schemas'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { awaitsFirstContact } from '@/domain/status/connection'
import { isResting, lifecycleMeanings, restingLifecycles } from '@/domain/status/lifecycle'
import { durationWords } from '@/lib/duration-units'
import { countOf } from '@/lib/format-count'

type Reason = 'at rest' | 'new' | 'recent'

/** Offline plants that are left out for one reason. */
interface LeftOut {
  /** The number and the reason: "3 that have never connected". */
  words: string
  /** Lists these plants and no others, as of their reading: a filter by age goes by the present. Undefined when none does. */
  filter: FleetFilter | undefined
}

/** The offline plants of a fleet: those in the queue, and those left out. */
export interface OfflineCounts {
  /** All that the platform reports as offline. */
  plants: number
  /** Number of those in the queue. */
  listed: number
  leftOut: readonly LeftOut[]
}

const isOffline = facetIs('status', 'OFFLINE')
const restingWords = restingLifecycles
  .map((one) => lifecycleMeanings[one].label.toLowerCase())
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ')

/** Words that are the same of any number of plants. */
const ofAny = (text: string) => [text, text] as const

const words: Record<Reason, readonly [one: string, many: string]> = {
  'at rest': ofAny(`not in service (${restingWords})`),
  new: ['that has never connected', 'that have never connected'],
  recent: ofAny(`last seen within ${durationWords(offlineDelayMs)}`),
}

/** Counts offline plants, one plant at a time. */
export class OfflineTally {
  private listed = 0
  private readonly leftOut: Record<Reason, number> = { 'at rest': 0, new: 0, recent: 0 }
  private readonly recentLifecycles = new Set<string | undefined>()

  /** Adds a plant of any state; `isListed` when the queue has it among the offline ones. */
  add(plant: Plant, isListed: boolean): void {
    if (plant.status !== 'OFFLINE') return
    if (isListed) {
      this.listed += 1
      return
    }
    const reason = reasonFor(plant)
    this.leftOut[reason] += 1
    if (reason === 'recent') this.recentLifecycles.add(plant.lifecycleStatus)
  }

  /** Returns the counts of the plants added so far. */
  finish(): OfflineCounts {
    const filters: Record<Reason, FleetFilter | undefined> = {
      'at rest': [isOffline, facetIs('lifecycle', ...restingLifecycles)],
      new: [isOffline, facetIs('lifecycle', 'PROVISIONED'), facetIs('seen', 'never')],
      recent: this.recentFilter(),
    }
    const reasons = (['at rest', 'new', 'recent'] as const).filter((one) => this.leftOut[one] > 0)
    const plants = reasons.reduce((sum, one) => sum + this.leftOut[one], this.listed)
    const leftOut = reasons.map((reason) => ({
      words: countOf(this.leftOut[reason], ...words[reason]),
      filter: filters[reason],
    }))
    return { plants, listed: this.listed, leftOut }
  }

  private recentFilter(): FleetFilter | undefined {
    const lifecycles = lifecycleFilter(this.recentLifecycles)
    if (lifecycles.length === 0) return undefined
    return [isOffline, { kind: 'age', field: 'seen', op: '<', ms: offlineDelayMs }, ...lifecycles]
  }
}

/** The queue's rules leave out an offline plant for one of three reasons only. */
function reasonFor(plant: Plant): Reason {
  if (isResting(plant.lifecycleStatus)) return 'at rest'
  return awaitsFirstContact(plant) ? 'new' : 'recent'
}

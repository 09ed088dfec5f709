import { seedGroups } from './groups'
import { type NamedSite, oddSites } from './odd-sites'
import { seedPlant } from './plant'
import type { SeedGroup, SeedPlant, SeedTemplate } from './seed-records'
import { serialNumberCount } from './serial-number'
import { type StoryPlant, storyPlants } from './story-plants'
import { seedTemplates } from './templates'

/** What a fleet is made from: the same seed gives the same plants, dated relative to `now`. */
export interface FleetOptions {
  seed: number
  /** At most `serialNumberCount`: each plant has a number of its own. */
  count: number
  now: Date
  /** Whether the fleet begins with the story plants; true unless said otherwise. */
  stories?: boolean
}

/** A seed fleet; its plants are made while they are walked, anew with each walk. */
export interface Fleet {
  templates: SeedTemplate[]
  groups: SeedGroup[]
  plants: Iterable<SeedPlant>
}

/**
 * Makes a fleet of plants as real ones are named, placed and kept; pure, no clock and no I/O of its own.
 * @throws RangeError when count is not a whole number from 0 to `serialNumberCount`
 */
export function generateFleet({ seed, count, now, stories = true }: FleetOptions): Fleet {
  if (!Number.isInteger(count) || count < 0 || count > serialNumberCount) {
    throw new RangeError(
      `count must be a whole number from 0 to ${serialNumberCount}, not ${count}`,
    )
  }
  const templates = seedTemplates(seed, now)
  const groups = seedGroups(seed, now)
  const setting = { seed, now, templates, groups }
  const fixed: readonly (StoryPlant | NamedSite)[] = stories ? [...storyPlants, ...oddSites] : []
  return {
    templates: templates.templates,
    groups: groups.groups,
    plants: {
      *[Symbol.iterator]() {
        for (let index = 0; index < count; index++) yield seedPlant(index, fixed[index], setting)
      },
    },
  }
}

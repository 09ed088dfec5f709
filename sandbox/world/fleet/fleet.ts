import { seedGroups } from './groups'
import { type NamedSite, oddSites } from './odd-sites'
import { seedPlant } from './plant'
import type { SeedGroup, SeedPlant, SeedTemplate } from './seed-records'
import { serialNumberCount } from './serial-number'
import { type StoryPlant, storyPlants } from './story-plants'
import { seedTemplates } from './templates'

/** Options of a fleet: the same seed results in the same plants, dated relative to `now`. */
interface FleetOptions {
  seed: number
  /** At most `serialNumberCount`, because each plant has a unique number. */
  count: number
  now: Date
  /** True (the default) if the fleet begins with the story plants. */
  stories?: boolean
}

/** Generated fleet; its plants are created on the fly with each iteration. */
interface Fleet {
  templates: SeedTemplate[]
  groups: SeedGroup[]
  plants: Iterable<SeedPlant>
}

/**
 * Generates a fleet with realistic names, places and states; pure, without clock or I/O.
 * @throws RangeError if count is not a whole number from 0 to `serialNumberCount`
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

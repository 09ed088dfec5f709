import type { Random } from './random'
import type { Town, TownList } from './town'
import { austrianTowns, germanTowns, polishTowns, slovakTowns } from './towns-abroad'
import { bohemianTowns, moravianTowns } from './towns-czechia'

const lists: readonly [number, TownList][] = [
  [0.42, bohemianTowns],
  [0.68, moravianTowns],
  [0.78, slovakTowns],
  [0.87, polishTowns],
  [0.95, germanTowns],
]

/** Picks a town: two thirds of the sites are in Czechia, the rest just across its borders. */
export function pickTown(random: Random): Town {
  const at = random.fraction()
  return random.pick(lists.find(([upTo]) => at < upTo)?.[1] ?? austrianTowns)
}

/**
 * Finds a town by name, for plants whose place is part of their story.
 * @throws RangeError
 */
export function townNamed(name: string): Town {
  const all = [...lists.flatMap(([, towns]) => towns), ...austrianTowns]
  const town = all.find(([candidate]) => candidate === name)
  if (!town) throw new RangeError(`no town named ${name}`)
  return town
}

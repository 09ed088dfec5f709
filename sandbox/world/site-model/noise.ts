import { Random } from '#sandbox/world/fleet/random'

/** Hashes a text to a seed for `Random` (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** Returns a constant number from 0 to 1 for a seed and a name, such as the size of a site's load. */
export function traitOf(seed: string, name: string): number {
  return new Random(seedOf(`${seed}/${name}`), 0).fraction()
}

/** Returns smooth noise from 0 to 1 over time: a new value per period (ms), eased into the next. */
export function noiseAt(seed: string, name: string, periodMs: number, atMs: number): number {
  const number = seedOf(`${seed}/${name}`)
  const period = Math.floor(atMs / periodMs)
  const share = atMs / periodMs - period
  const eased = share * share * (3 - 2 * share)
  const from = new Random(number, period).fraction()
  const to = new Random(number, period + 1).fraction()
  return from + (to - from) * eased
}

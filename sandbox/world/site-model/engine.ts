import { noiseAt, traitOf } from './noise'
import type { Site } from './site'
import { hourMs } from '@/lib/instants'

/** Returns the rated power of the site's engine or turbine, kW, from 80 to 1,200; null without one. */
function ratedEngineKw({ seed, hasEngine }: Site): number | null {
  return hasEngine ? 80 * 15 ** traitOf(seed, 'engine') : null
}

/** Returns the power of engine or turbine, kW: base load that varies slowly between three quarters and full power. */
export function engineKwAt(site: Site, atMs: number): number {
  const ratedKw = ratedEngineKw(site)
  if (ratedKw === null) return 0
  const led = noiseAt(site.seed, 'engine power', 11 * hourMs, atMs)
  const ripple = noiseAt(site.seed, 'engine ripple', 0.2 * hourMs, atMs)
  return ratedKw * (0.74 + 0.23 * led + 0.02 * ripple)
}

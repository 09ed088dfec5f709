import type { Load } from './measure.ts'

const kib = 1024

export interface Limit {
  name: string
  read: (load: Load) => number
  digits: number
  /** Largest allowed value. */
  max?: number
  /** Largest allowed multiple of the floor's value in the same run; without a limit, the figure is for information. */
  maxRatio?: number
}

/**
 * Limits for the first screen. TBTall and heap derive from satnaing/shadcn-admin's tasks table (at most 0.35 and 0.6
 * of it), converted to multiples of the floor so that the benchmark doesn't have to build another project.
 */
export const limits: readonly Limit[] = [
  { name: 'JS gz KiB', read: ({ firstScreen }) => firstScreen.jsBytes / kib, digits: 1, max: 150 },
  { name: 'CSS gz KiB', read: ({ firstScreen }) => firstScreen.cssBytes / kib, digits: 1, max: 12 },
  { name: 'requests', read: ({ firstScreen }) => firstScreen.requests, digits: 0, max: 8 },
  { name: 'JS files', read: ({ firstScreen }) => firstScreen.jsFiles, digits: 0, max: 3 },
  { name: 'FCP ms', read: (load) => load.fcpMs, digits: 0, maxRatio: 1.5 },
  { name: 'first row ms', read: (load) => load.readyMs, digits: 0, maxRatio: 1.4 },
  { name: 'TBTall ms', read: (load) => load.blockedMs, digits: 0, maxRatio: 3.6 },
  { name: 'heap MiB', read: (load) => load.heapBytes / kib / kib, digits: 1, maxRatio: 2.2 },
  { name: 'whole JS KiB', read: ({ whole }) => whole.jsBytes / kib, digits: 1 },
  { name: 'whole requests', read: ({ whole }) => whole.requests, digits: 0 },
  { name: 'loaded twice', read: (load) => load.repeated.length, digits: 0, max: 0 },
]

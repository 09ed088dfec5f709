import type { OutageCount } from './stored-snapshot'
import type { Completeness } from '@/domain/fleet/completeness'

/** The index at one time. */
export interface FleetState {
  /** Changes with every change of the index. */
  version: number
  /** Number of plants in the index. */
  plants: number
  completeness: Completeness
  /** Number of plants in the list; undefined before the first page, null when unknown. */
  total: number | null | undefined
  /** True while plants come from a snapshot, and not from a pass that it resumed; until a pass has reached the end of the list. */
  isFromSnapshot: boolean
  /** Arrival of the latest page, Unix ms, server's clock. */
  pageAtMs?: number
  /** True while a pass has read some plants again and others not. */
  isPassing: boolean
  /** Number of passes that have reached the end of the list. */
  passesEnded: number
  /** True when the list is longer than the index may hold, so that only its first page was read. */
  isOverLimit: boolean
  /** Connections that ended between two passes: a wide outage while it lasts, else the two latest; undefined before. */
  outage: OutageCount | undefined
}

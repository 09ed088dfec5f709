import type { Alert, AlertStatus } from '@/api/alerts'
import type { Meaning } from '@/domain/status/meaning'
import { lookUp } from '@/lib/look-up'

/** Labels and tones of the statuses (contract: `Alert.status`). */
export const alertStatusMeanings: Record<AlertStatus, Meaning> = {
  ACTIVE: { label: 'Active', tone: 'warn', hint: 'Not acknowledged yet.' },
  ACKNOWLEDGED: { label: 'Acknowledged', tone: 'info', hint: 'Someone has acknowledged it.' },
  RESOLVED: { label: 'Resolved', tone: 'ok', hint: 'It is no longer active.' },
}

const ranks = { ACTIVE: 2, ACKNOWLEDGED: 1, RESOLVED: 0 } satisfies Record<AlertStatus, number>
const unknownRank = 1.5

/** Ranks a state, higher needing attention first; unknown ones rank above ACKNOWLEDGED. */
export function alertStatusRank(status: string): number {
  return lookUp<number>(ranks, status) ?? unknownRank
}

/** Returns true when an alert has not been acknowledged yet. */
export function isActive({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'ACTIVE'
}

/** Returns true when an alert was acknowledged and its cause remains. */
export function isAcknowledged({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'ACKNOWLEDGED'
}

/** Returns true when an alert's cause is gone. */
export function isResolved({ status }: Pick<Alert, 'status'>): boolean {
  return status === 'RESOLVED'
}

/** Returns true when an alert's state is unknown: it may be over, or need attention immediately. */
export function isOfUnknownState({ status }: Pick<Alert, 'status'>): boolean {
  return lookUp<Meaning>(alertStatusMeanings, status) === undefined
}

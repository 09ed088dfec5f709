// A fleet's alerts are kept as counts: messages and dates of thousands of plants would fill the memory.
import type { Alert } from '@/api/alerts'
import type { PlantDetail } from '@/api/plant-schemas'
import { isAcknowledged, isOfUnknownState, isResolved } from '@/domain/alerts/alert-status'
import { isUnreadable } from '@/lib/unreadable'

/** Alerts of one severity and type that are not resolved. */
export interface AlertGroup {
  /** As received; null when unreadable, '' when not given. */
  severity: string | null
  type: string | null
  /** Number of alerts, and of those among them that are acknowledged or in an unknown state. */
  alerts: number
  acknowledged: number
  unknown: number
}

/** The unresolved alerts of a plant; null when the server sent no list of alerts that can be read. */
export type PlantAlerts = { groups: readonly AlertGroup[]; unreadable: number } | null

/** Counts the alerts of a plant that are not resolved, by severity and type. */
export function plantAlerts(plant: Pick<PlantDetail, 'alerts' | 'unreadable'>): PlantAlerts {
  if (!plant.alerts || isUnreadable(plant, 'alerts')) return null
  const { items, unreadable } = plant.alerts
  const groups = items.filter((alert) => !isResolved(alert)).map(groupOfOne)
  return { groups: mergeGroups(groups), unreadable }
}

/** Adds up groups of the same severity and type. */
export function mergeGroups(groups: Iterable<AlertGroup>): AlertGroup[] {
  const merged = new Map<string, AlertGroup>()
  for (const group of groups) {
    const { severity, type, alerts, acknowledged, unknown } = group
    const key = JSON.stringify([severity, type])
    const known = merged.get(key)
    if (!known) merged.set(key, { ...group })
    else {
      known.alerts += alerts
      known.acknowledged += acknowledged
      known.unknown += unknown
    }
  }
  return [...merged.values()]
}

function groupOfOne(alert: Alert): AlertGroup {
  return {
    severity: isUnreadable(alert, 'severity') ? null : alert.severity,
    type: isUnreadable(alert, 'type') ? null : (alert.type ?? ''),
    alerts: 1,
    acknowledged: isAcknowledged(alert) ? 1 : 0,
    unknown: isOfUnknownState(alert) ? 1 : 0,
  }
}

import { type AlertGroup, type PlantAlerts, mergeGroups } from './plant-alerts'
import { severityMeanings, severityRank } from '@/domain/alerts/alert-severity'
import { type Meaning, meaningOf } from '@/domain/status/meaning'
import { countOf, formatCount } from '@/lib/format-count'

/** A group of the whole fleet's alerts. */
export interface FleetAlertGroup extends AlertGroup {
  /** Number of plants with such an alert. */
  plants: number
}

/** A plant with unresolved alerts. */
export interface AlertedPlant {
  plantId: string
  /** The highest severity among its alerts. */
  severity: string | null
  alerts: number
  acknowledged: number
  unknown: number
}

/** The alerts of the plants that were read. */
export interface FleetAlerts {
  /** The most severe first. */
  groups: readonly FleetAlertGroup[]
  plants: readonly AlertedPlant[]
  /** Number of unresolved alerts, and of those that are acknowledged or in an unknown state. */
  alerts: number
  acknowledged: number
  unknown: number
  /** Number of plants whose list of alerts is known, even if some alerts in it are unreadable. */
  known: number
  /** Plants that were read, but without a readable list of alerts. */
  unlisted: number
  /** Alerts that could not be read; they may be unresolved. */
  unreadable: number
}

/** Groups the alerts of a fleet by severity and type, and by plant. */
export function fleetAlerts(read: Iterable<readonly [string, PlantAlerts]>): FleetAlerts {
  const plants: AlertedPlant[] = []
  const counts = new Map<string, number>()
  const all: AlertGroup[] = []
  let [known, unlisted, unreadable] = [0, 0, 0]
  for (const [plantId, alerts] of read) {
    if (!alerts) {
      unlisted += 1
      continue
    }
    known += 1
    unreadable += alerts.unreadable
    if (alerts.groups.length === 0) continue
    plants.push(alertedPlant(plantId, alerts.groups))
    for (const group of alerts.groups) {
      all.push(group)
      counts.set(keyOf(group), (counts.get(keyOf(group)) ?? 0) + 1)
    }
  }
  const groups = mergeGroups(all)
    .map((group) => ({ ...group, plants: counts.get(keyOf(group)) ?? 0 }))
    .toSorted((a, b) => bySeverity(a, b) || b.plants - a.plants || compareTypes(a, b))
  return {
    groups,
    plants: plants.toSorted((a, b) => bySeverity(a, b) || b.alerts - a.alerts),
    alerts: sumOf(plants, 'alerts'),
    acknowledged: sumOf(plants, 'acknowledged'),
    unknown: sumOf(plants, 'unknown'),
    known,
    unlisted,
    unreadable,
  }
}

/** Returns the meaning of a group's severity; one that this dashboard doesn't know is a warning until someone looks. */
export function severityMeaning(severity: string | null): Meaning {
  const meaning = meaningOf(severityMeanings, severity ?? '', severity === null)
  return meaning.tone === 'neutral' ? { ...meaning, tone: 'warn' } : meaning
}

/** Describes unresolved alerts: "3 alerts, 1 acknowledged, 1 in an unknown state". */
export function alertCounts(of: Omit<AlertGroup, 'severity' | 'type'>, noun = 'alert'): string {
  const { alerts, acknowledged, unknown } = of
  const part = (count: number) => (alerts === 1 ? '' : `${formatCount(count)} `)
  return [
    countOf(alerts, noun),
    ...(acknowledged > 0 ? [`${part(acknowledged)}acknowledged`] : []),
    ...(unknown > 0 ? [`${part(unknown)}in an unknown state`] : []),
  ].join(', ')
}

function alertedPlant(plantId: string, groups: readonly AlertGroup[]): AlertedPlant {
  return {
    plantId,
    severity: groups.toSorted(bySeverity)[0]?.severity ?? null,
    alerts: sumOf(groups, 'alerts'),
    acknowledged: sumOf(groups, 'acknowledged'),
    unknown: sumOf(groups, 'unknown'),
  }
}

function sumOf<Name extends 'alerts' | 'acknowledged' | 'unknown'>(
  all: readonly Record<Name, number>[],
  name: Name,
): number {
  return all.reduce((sum, one) => sum + one[name], 0)
}

type WithSeverity = Pick<AlertGroup, 'severity'>

function bySeverity(a: WithSeverity, b: WithSeverity): number {
  return severityRank(b.severity ?? '') - severityRank(a.severity ?? '')
}

function compareTypes(a: AlertGroup, b: AlertGroup): number {
  const [one, other] = [a.type ?? '', b.type ?? '']
  if (one === other) return 0
  return one < other ? -1 : 1
}

function keyOf({ severity, type }: AlertGroup): string {
  return JSON.stringify([severity, type])
}

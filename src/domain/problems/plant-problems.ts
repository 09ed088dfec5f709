import { type PlantPart, type ProblemWords, urgentRules } from './problem-rules'
import type { Alert } from '@/api/alerts'
import type { LifecycleStatus, PlantDetail } from '@/api/plant-schemas'
import { readabilityText } from '@/domain/alerts/alert-readability'
import { severityMeanings, worstSeverity } from '@/domain/alerts/alert-severity'
import { isOfUnknownState } from '@/domain/alerts/alert-status'
import { acknowledgedText, summarizeAlerts } from '@/domain/alerts/alert-summary'
import { awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { wordsForMember } from '@/domain/plant/plant-members'
import { meaningOf } from '@/domain/status/meaning'
import { countOf } from '@/lib/format-count'
import { lookUp } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'
import { tonesWorstFirst } from '@/lib/tone'

/** Something wrong with a plant, with the place that shows more. */
export interface PlantProblem extends ProblemWords {
  key: string
  tone: Tone
  part: PlantPart
}

const lifecycleProblemWords: Record<LifecycleStatus, { tone: Tone; text: string } | undefined> = {
  PENDING: { tone: 'warn', text: 'Not provisioned, although it has credentials' },
  PROVISIONED: undefined,
  ACTIVE: undefined,
  SUSPENDED: { tone: 'warn', text: 'Suspended: it cannot connect until it is reactivated' },
  REVOKED: { tone: 'danger', text: 'Revoked: its credentials are no longer valid' },
  DECOMMISSIONED: { tone: 'neutral', text: 'Decommissioned: permanently out of service' },
}

/** Lists all problems of a plant at a given time, most severe first. */
export function plantProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  return [
    ...lifecycleProblems(plant),
    ...listedProblems(plant, nowMs),
    ...alertProblems(plant),
    ...unreadableProblems(plant),
  ].toSorted((a, b) => tonesWorstFirst.indexOf(a.tone) - tonesWorstFirst.indexOf(b.tone))
}

function lifecycleProblems(plant: PlantDetail): PlantProblem[] {
  const words = lookUp(lifecycleProblemWords, plant.lifecycleStatus)
  // The list names plants that only wait, so a rule of its own does.
  if (!words || awaitsCredentials(plant)) return []
  return [{ key: 'lifecycle', ...words, part: 'security' }]
}

/** The problems that a list knows of, the most urgent one of each subject. */
function listedProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  return urgentRules(plant, nowMs).map(({ key, tone, part, words }) => {
    return { key, tone, part, ...words(plant) }
  })
}

function alertProblems({ alerts }: PlantDetail): PlantProblem[] {
  const all = alerts?.items ?? []
  return [...unreadableAlerts(alerts), ...unresolvedAlerts(all), ...alertsOfUnknownState(all)]
}

function unreadableAlerts(alerts: PlantDetail['alerts']): PlantProblem[] {
  if (!alerts || alerts.unreadable === 0) return []
  return [{ key: 'unreadable-alerts', tone: 'warn', text: readabilityText(alerts), part: 'alerts' }]
}

/** All unreadable members in one line; each is also marked in its own place. */
function unreadableProblems({ unreadable = [] }: PlantDetail): PlantProblem[] {
  if (unreadable.length === 0) return []
  const names = unreadable.map((name) => wordsForMember(name))
  const text = `Sent, but unreadable: ${names.join(', ')}`
  return [{ key: 'unreadable', tone: 'warn', text, part: 'overview' }]
}

function unresolvedAlerts(alerts: readonly Alert[]): PlantProblem[] {
  const summary = summarizeAlerts(alerts)
  const { unresolved, worst } = summary
  if (worst === undefined) return []
  const what = countOf(unresolved, 'unresolved alert') + acknowledgedText(summary)
  return [alertProblem('alerts', unresolved, what, worst)]
}

function alertsOfUnknownState(alerts: readonly Alert[]): PlantProblem[] {
  const unknown = alerts.filter(isOfUnknownState)
  const worst = worstSeverity(unknown)
  if (worst === undefined) return []
  const what = countOf(unknown.length, 'alert in an unknown state', 'alerts in unknown states')
  return [alertProblem('alerts-of-unknown-state', unknown.length, what, worst)]
}

function alertProblem(key: string, count: number, what: string, worst: string): PlantProblem {
  const { label, tone } = meaningOf(severityMeanings, worst)
  const text = `${what}${count === 1 ? '' : ', most severe'}: ${label}`
  return { key, tone, text, part: 'alerts' }
}

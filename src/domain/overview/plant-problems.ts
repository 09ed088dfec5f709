import type { Alert } from '@/api/alerts'
import type { LifecycleStatus, PlantDetail } from '@/api/plant-schemas'
import { readabilityText } from '@/domain/alerts/alert-readability'
import { severityMeanings, worstSeverity } from '@/domain/alerts/alert-severity'
import { isOfUnknownState } from '@/domain/alerts/alert-status'
import { acknowledgedText, summarizeAlerts } from '@/domain/alerts/alert-summary'
import { expiryBucket, expiryMeanings } from '@/domain/certificates/certificate-expiry'
import { areFailuresRecent } from '@/domain/credentials/auth-failures'
import { awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { wordsForMember } from '@/domain/plant/plant-members'
import {
  type PoorConnection,
  awaitsFirstContact,
  contradictsLastSeen,
  contradictsLifecycle,
  isSilent,
  poorConnection,
} from '@/domain/status/connection'
import { isResting } from '@/domain/status/lifecycle'
import { meaningOf } from '@/domain/status/meaning'
import { countOf } from '@/lib/format-count'
import { isKeyOf, lookUp } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'
import { tonesWorstFirst } from '@/lib/tone'
import { isUnreadable } from '@/lib/unreadable'

/** The tab of a plant's page that a problem belongs to. */
export type PlantPart = 'overview' | 'alerts' | 'energy' | 'security' | 'commands'

/** Something wrong with a plant, with the place that shows more. */
export interface PlantProblem {
  key: string
  tone: Tone
  text: string
  /** The time the text refers to, as the API sent it; shown after it as a relative time. */
  at?: string | null | undefined
  part: PlantPart
}

const lifecycleProblemWords: Record<LifecycleStatus, { tone: Tone; text: string } | undefined> = {
  PENDING: { tone: 'info', text: 'Not provisioned: it has no credentials yet' },
  PROVISIONED: undefined,
  ACTIVE: undefined,
  SUSPENDED: { tone: 'warn', text: 'Suspended: it cannot connect until it is reactivated' },
  REVOKED: { tone: 'danger', text: 'Revoked: its credentials are no longer valid' },
  DECOMMISSIONED: { tone: 'neutral', text: 'Decommissioned: permanently out of service' },
}

const pendingWithCredentials = {
  tone: 'warn',
  text: 'Not provisioned, although it has credentials',
} as const

const connectionTones: Record<PoorConnection, Tone> = { OFFLINE: 'danger', DEGRADED: 'warn' }

/** Lists all problems of a plant at a given time, most severe first. */
export function plantProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  return [
    ...lifecycleProblems(plant),
    ...connectionProblems(plant, nowMs),
    ...alertProblems(plant),
    ...certificateProblems(plant, nowMs),
    ...authFailureProblems(plant, nowMs),
    ...unreadableProblems(plant),
  ].toSorted((a, b) => tonesWorstFirst.indexOf(a.tone) - tonesWorstFirst.indexOf(b.tone))
}

function lifecycleProblems(plant: PlantDetail): PlantProblem[] {
  const { lifecycleStatus, status } = plant
  const words = lookUp(lifecycleProblemWords, lifecycleStatus)
  if (!words) return []
  const isLeaked = lifecycleStatus === 'PENDING' && !awaitsCredentials(plant)
  const found = isLeaked ? pendingWithCredentials : words
  const problems: PlantProblem[] = [{ key: 'lifecycle', ...found, part: 'security' }]
  if (contradictsLifecycle(plant)) {
    const text = `Contradiction: reported as ${status}, but its lifecycle is ${lifecycleStatus}`
    problems.push({ key: 'contradiction', tone: 'warn', text, part: 'overview' })
  }
  return problems
}

function connectionProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  const { status, lifecycleStatus, lastSeenAt } = plant
  if (contradictsLastSeen(plant, nowMs)) {
    const text = 'Contradiction: reported as ONLINE, but last seen'
    return [{ key: 'unseen', tone: 'warn', text, at: lastSeenAt, part: 'overview' }]
  }
  if (isResting(lifecycleStatus)) return []
  if (awaitsFirstContact(plant)) {
    const text = 'Provisioned, but it has never connected'
    return [{ key: 'unseen', tone: 'info', text, part: 'security' }]
  }
  if (isKeyOf(connectionTones, status)) {
    const found = poorConnection(status, plant)
    return [{ key: 'connection', tone: connectionTones[status], ...found, part: 'overview' }]
  }
  if (status !== 'ONLINE' && isSilent(plant, nowMs)) {
    return [{ key: 'unseen', tone: 'warn', text: 'Last seen', at: lastSeenAt, part: 'overview' }]
  }
  return []
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

function certificateProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  const bucket = expiryBucket(plant, nowMs)
  const at = plant.certificateExpiresAt
  const part = 'security'
  switch (bucket) {
    case 'expired':
      return [{ key: 'certificate', tone: 'danger', text: 'Certificate expired', at, part }]
    case 'week':
    case 'month': {
      const { tone } = expiryMeanings[bucket]
      return [{ key: 'certificate', tone, text: 'Certificate expires', at, part }]
    }
    case 'unreadable': {
      if (isUnreadable(plant, 'certificateExpiresAt')) return []
      const text = 'The certificate’s expiry is unreadable'
      return [{ key: 'certificate', tone: 'warn', text, part }]
    }
    case 'unused':
    case 'revoked':
    case 'decommissioned':
    case 'quarter':
    case 'later':
    case 'none':
      return []
  }
}

function authFailureProblems(plant: PlantDetail, nowMs: number): PlantProblem[] {
  const count = plant.authFailureCount ?? 0
  // An unreadable count is reported with the other unreadable members.
  if (count === 0) return []
  if (!areFailuresRecent(plant, nowMs)) return []
  const text = `${countOf(count, 'authentication failure')}, most recent`
  const at = plant.lastAuthFailureAt
  return [{ key: 'auth-failures', tone: 'warn', text, at, part: 'security' }]
}

// Which plants need attention, gathered in one pass over the list.
import { type AttentionKey, attentionOrder, groupSeverity } from './attention-rules'
import { type AttentionRule, severities } from './attention-severity'
import {
  firstContactDelayMs,
  offlineDelayMs,
  pendingDelayMs,
  renewalDelayMs,
} from './further-attention'
import { type OfflineCounts, OfflineTally } from './offline-tally'
import { type ProblemKey, problemAttention } from './problem-attention'
import type { Plant } from '@/api/plant-schemas'
import { hasNewFailures } from '@/domain/fleet-changes/fleet-reading'
import { isWideOutage } from '@/domain/fleet/wide-outage'
import { plantLabel } from '@/domain/plant/plant-name'
import { urgentRules } from '@/domain/problems/problem-rules'
import { ContradictionSearch } from '@/domain/renewals/contradictions'
import { connectionKind } from '@/domain/status/connection-kind'
import { isResting } from '@/domain/status/lifecycle'
import { dayMs, readInstant } from '@/lib/instants'
import { isKeyOf } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** A plant of a group. */
interface AttentionPlant {
  id: string
  label: string
  /** The time that its rule is about, Unix ms; undefined when unknown. */
  atMs: number | undefined
  /** As sent; undefined when the list wasn't asked. */
  lifecycleStatus?: string | undefined
  status?: string | undefined
  /** The run that waits for it. */
  runId?: string
}

/** The plants that meet one rule, the earliest first. */
export interface AttentionGroup {
  key: AttentionKey
  plants: readonly AttentionPlant[]
}

/** Something that this browser waits for. */
export interface AwaitedPlant extends AttentionPlant {
  kind: 'no-answer' | 'run-no-answer' | 'renewal-refused' | 'renewal-unused'
}

/** Facts that the rules need besides the list's plants. */
export interface AttentionContext {
  /** Unix ms, server's clock. */
  nowMs: number
  /** Connections lost between two passes, as the index counts them. */
  outage: { connected: number; stopped: number; fromMs: number } | undefined
  /** Returns a plant's authentication failures in an earlier reading; undefined without one, or when it didn't say. */
  failuresBefore: ((plantId: string) => number | undefined) | undefined
  awaited: readonly AwaitedPlant[]
}

/** What a survey finds. */
interface AttentionSurvey {
  groups: readonly AttentionGroup[]
  offline: OfflineCounts
  unreadable: number
}

const contradictionKeys = {
  'seen-after-expiry': true,
  'unused-certificate': true,
  'shared-fingerprint': true,
  'shared-serial': true,
} as const

/** Surveys plants one by one. */
export class AttentionSurveyor {
  private readonly found = new Map<AttentionKey, AttentionPlant[]>()
  private readonly contradictions = new ContradictionSearch()
  private readonly offline = new OfflineTally()
  private unreadable = 0
  private readonly context: AttentionContext
  private readonly outageSinceMs: number

  constructor(context: AttentionContext) {
    this.context = context
    const { outage } = context
    // The last contact of a plant is some minutes before the pass that found it connected.
    this.outageSinceMs = outage && isWideOutage(outage) ? outage.fromMs - offlineDelayMs : Infinity
  }

  /** Adds a plant as it was read at `readAtMs` (Unix ms, server's clock). */
  add(plant: Plant, readAtMs: number): void {
    this.contradictions.add(plant, readAtMs)
    if (isUnreadable(plant, 'status', 'lifecycleStatus', 'certificateExpiresAt', 'lastSeenAt')) {
      this.unreadable += 1
    }
    const isRising = this.isRising(plant)
    if (isRising) this.report('failures-rising', plant, plant.lastAuthFailureAt)
    const isAtRest = isResting(plant.lifecycleStatus)
    let isListedOffline = false
    for (const rule of urgentRules(plant, this.context.nowMs, readAtMs)) {
      const { key, member, isListedAtRest } = rule
      if (!isKeyOf(problemAttention, key)) continue
      if (isAtRest && !isListedAtRest && !countsAtRest(key)) continue
      if (key === 'auth-failures' && isRising) continue
      const isOfOutage = this.isOfOutage(key, plant)
      if (!isOfOutage && isTooEarly(key, plant, readAtMs)) continue
      isListedOffline ||= isOfOutage || key === 'offline' || key === 'offline-long'
      this.report(isOfOutage ? 'outage' : key, plant, plant[member])
    }
    this.offline.add(plant, isListedOffline)
  }

  /**
   * Returns the groups in the order of the queue, the offline plants that none of them has, and the number of plants that
   * can't be judged in every respect. In short steps: a large fleet may have many plants to sort.
   */
  *finish(): Generator<void, AttentionSurvey> {
    for (const { key, plants } of this.contradictions.contradictions()) {
      if (!isKeyOf(contradictionKeys, key)) continue
      for (const plant of plants) this.report(key, plant, null)
    }
    for (const { kind, ...plant } of this.context.awaited) {
      if (isDue(kind, plant, this.context.nowMs)) this.push(kind, plant)
    }
    // The platform's failure is reported even when no plant's record shows it.
    if (this.outageSinceMs < Infinity && !this.found.has('outage')) this.found.set('outage', [])
    const groups: AttentionGroup[] = []
    for (const key of attentionOrder) {
      yield
      const plants = this.found.get(key)
      if (plants) groups.push({ key, plants: plants.toSorted(byTime) })
    }
    return {
      groups: groups.toSorted((a, b) => rankOf(a) - rankOf(b)),
      offline: this.offline.finish(),
      unreadable: this.unreadable,
    }
  }

  private isRising(plant: Plant): boolean {
    if (isUnreadable(plant, 'authFailureCount')) return false
    const before = this.context.failuresBefore?.(plant.id)
    return hasNewFailures(before, plant.authFailureCount ?? 0)
  }

  private isOfOutage(key: ProblemKey, plant: Plant): boolean {
    if (key !== 'offline' && key !== 'offline-long') return false
    const seenMs = readInstant(plant.lastSeenAt)
    return typeof seenMs === 'number' && seenMs >= this.outageSinceMs
  }

  private report(
    key: AttentionKey,
    plant: Pick<Plant, 'id' | 'name' | 'serialNumber' | 'lifecycleStatus' | 'status'>,
    at: string | null | undefined,
  ): void {
    const { id, lifecycleStatus, status } = plant
    const atMs = readInstant(at) ?? undefined
    this.push(key, { id, label: plantLabel(plant), atMs, lifecycleStatus, status })
  }

  private push(key: AttentionKey, plant: AttentionPlant): void {
    const plants = this.found.get(key)
    if (plants) plants.push(plant)
    else this.found.set(key, [plant])
  }
}

function rankOf(group: AttentionGroup): number {
  return severities.indexOf(groupSeverity(group))
}

function countsAtRest(key: ProblemKey): boolean {
  const rule: AttentionRule = problemAttention[key]
  return rule.countsAtRest === true
}

/** Delays of problems that mostly end by themselves. */
function isTooEarly(key: ProblemKey, plant: Plant, readAtMs: number): boolean {
  if (key === 'never-connected') return isWithin(plant.createdAt, firstContactDelayMs, readAtMs)
  if (key === 'pending') return !isStuck(plant, readAtMs)
  return key === 'offline' && isWithin(plant.lastSeenAt, offlineDelayMs, readAtMs)
}

/** Returns true for a time that is known to be less than a span ago. A time a day ahead is a mistake, and no time. */
function isWithin(at: string | null | undefined, spanMs: number, nowMs: number): boolean {
  const atMs = readInstant(at)
  return typeof atMs === 'number' && nowMs - atMs < spanMs && atMs - nowMs < dayMs
}

/** A connected plant is reported for that contradiction, and one created at an unknown time may be new. */
function isStuck({ status, createdAt }: Plant, readAtMs: number): boolean {
  const createdMs = readInstant(createdAt)
  const isOld = typeof createdMs === 'number' && readAtMs - createdMs > pendingDelayMs
  return isOld && connectionKind(status) !== 'connected'
}

function isDue(kind: AwaitedPlant['kind'], { atMs }: AttentionPlant, nowMs: number): boolean {
  return kind !== 'renewal-unused' || atMs === undefined || nowMs - atMs > renewalDelayMs
}

/** The earliest first; those without a time last. */
function byTime(one: AttentionPlant, other: AttentionPlant): number {
  const [a, b] = [one.atMs ?? Infinity, other.atMs ?? Infinity]
  if (a !== b) return a < b ? -1 : 1
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

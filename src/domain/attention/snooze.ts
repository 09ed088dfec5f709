// Snoozed items of the attention queue. A snooze has a reason and an end, and ends early when the item gets worse.
import * as z from 'zod/mini'
import { type AttentionKey, attentionRules, groupSeverity } from './attention-rules'
import { type Severity, severities } from './attention-severity'
import type { AttentionGroup } from './attention-survey'
import { dayMs } from '@/lib/instants'
import { isKeyOf } from '@/lib/look-up'
import { clockToleranceMs } from '@/lib/server-clock'

const maxReasonLength = 200
/** More IDs would fill what the browser gives a page to store. */
const maxPlantIds = 1_000

const snoozeSchema = z.object({
  key: z.string(),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxReasonLength)),
  /** Unix ms, server's clock. */
  snoozedAtMs: z.number(),
  untilMs: z.number(),
  /** Number of plants and severity when it was snoozed: more, or a higher one, ends it. */
  plants: z.number(),
  /** The plants, unless they are too many to store: another one ends the snooze. */
  plantIds: z.optional(z.array(z.string())),
  severity: z.enum(severities),
})

/** A snooze of an item. */
export interface Snooze extends z.infer<typeof snoozeSchema> {
  key: AttentionKey
}

/** Our own limits, ms: what must be acted on now may wait for a shift, and nothing is put off for good. */
export const longestSnoozeMs: Record<Severity, number> = {
  critical: dayMs / 3,
  high: 3 * dayMs,
  medium: 14 * dayMs,
  low: 90 * dayMs,
}

/** Returns a snooze of an item; the end is at most as late as its severity allows. */
export function newSnooze(
  group: AttentionGroup,
  given: { reason: string; untilMs: number; nowMs: number },
): Snooze {
  const { key, plants } = group
  const severity = groupSeverity(group)
  const { nowMs } = given
  return {
    key,
    reason: given.reason.trim().slice(0, maxReasonLength),
    snoozedAtMs: nowMs,
    untilMs: Math.min(given.untilMs, nowMs + longestSnoozeMs[severity]),
    plants: plants.length,
    ...(plants.length > maxPlantIds ? {} : { plantIds: plants.map(({ id }) => id) }),
    severity,
  }
}

/**
 * Returns a snooze as the browser stored it; undefined for a damaged one, one of a rule that this version doesn't have, and
 * one that lasts longer than it may.
 */
export function readSnooze(stored: unknown): Snooze | undefined {
  const { data } = z.safeParse(snoozeSchema, stored)
  if (!data || !isKeyOf(attentionRules, data.key)) return undefined
  const { key, snoozedAtMs, untilMs, severity } = data
  const lastsMs = untilMs - snoozedAtMs
  return lastsMs > 0 && lastsMs <= longestSnoozeMs[severity] ? { ...data, key } : undefined
}

/** Groups without what is snoozed, and the snoozes in effect. */
interface SnoozedGroups {
  groups: readonly AttentionGroup[]
  /** Those that hide something now, with the number of plants that each hides. */
  inEffect: readonly { snooze: Snooze; hides: number }[]
}

/** Applies snoozes at `nowMs` (Unix ms, server's clock). */
export function applySnoozes(
  groups: readonly AttentionGroup[],
  snoozes: readonly Snooze[],
  nowMs: number,
): SnoozedGroups {
  const inEffect: { snooze: Snooze; hides: number }[] = []
  const shown = groups.filter((group) => {
    const snooze = snoozes.find((one) => one.key === group.key && isOn(one, group, nowMs))
    if (snooze) inEffect.push({ snooze, hides: group.plants.length })
    return snooze === undefined
  })
  return { groups: shown, inEffect }
}

/** A snooze from the future was made before a clock was set back, so its end means nothing. */
function isOn(snooze: Snooze, group: AttentionGroup, nowMs: number): boolean {
  const { snoozedAtMs, untilMs } = snooze
  if (nowMs >= untilMs || snoozedAtMs > nowMs + clockToleranceMs) return false
  const isMoreSevere =
    severities.indexOf(groupSeverity(group)) < severities.indexOf(snooze.severity)
  return !isMoreSevere && !isWorse(snooze, group.plants)
}

/** Returns true when a plant has the problem that didn't have it when it was snoozed. */
function isWorse(snooze: Snooze, plants: AttentionGroup['plants']): boolean {
  if (plants.length > snooze.plants) return true
  if (!snooze.plantIds) return false
  const known = new Set(snooze.plantIds)
  return plants.some(({ id }) => !known.has(id))
}

/** Returns the snoozes that may still hide something later; the others can be deleted. */
export function lastingSnoozes(
  snoozes: readonly Snooze[],
  groups: readonly AttentionGroup[],
  nowMs: number,
): readonly Snooze[] {
  return snoozes.filter((snooze) => {
    const group = groups.find(({ key }) => key === snooze.key)
    return isOn(snooze, group ?? { key: snooze.key, plants: [] }, nowMs)
  })
}

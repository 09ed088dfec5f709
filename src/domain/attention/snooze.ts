// Snoozed items of the attention queue. A snooze has a reason and an end, and ends early when the item gets worse.
import * as z from 'zod/mini'
import { type AttentionKey, attentionRules } from './attention-rules'
import { type Severity, severities } from './attention-severity'
import type { AttentionGroup } from './attention-survey'
import { dayMs } from '@/lib/instants'
import { isKeyOf } from '@/lib/look-up'
import { clockToleranceMs } from '@/lib/server-clock'

const maxReasonLength = 200

const snoozeSchema = z.object({
  key: z.string(),
  /** One plant of the item; undefined for all. */
  plantId: z.optional(z.string()),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxReasonLength)),
  /** Unix ms, server's clock. */
  snoozedAtMs: z.number(),
  untilMs: z.number(),
  /** Number of plants and severity when it was snoozed: more, or a higher one, ends it. */
  plants: z.number(),
  severity: z.enum(severities),
})

/** A snooze of all plants of an item, or of one. */
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

/** Returns a snooze of an item, or of one of its plants; the end is at most as late as its severity allows. */
export function newSnooze(
  { key, plants }: AttentionGroup,
  given: { reason: string; untilMs: number; nowMs: number; plantId?: string },
): Snooze {
  const { severity } = attentionRules[key]
  const { plantId, nowMs } = given
  return {
    key,
    ...(plantId === undefined ? {} : { plantId }),
    reason: given.reason.trim().slice(0, maxReasonLength),
    snoozedAtMs: nowMs,
    untilMs: Math.min(given.untilMs, nowMs + longestSnoozeMs[severity]),
    plants: plantId === undefined ? plants.length : 1,
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
  const shown = groups.flatMap((group) => {
    const own = snoozes
      .filter(({ key }) => key === group.key)
      .filter((one) => isOn(one, group, nowMs))
    const whole = own.find(({ plantId }) => plantId === undefined)
    if (whole) {
      inEffect.push({ snooze: whole, hides: group.plants.length })
      return []
    }
    const ofPlant = new Map(own.map((snooze) => [snooze.plantId, snooze]))
    const hidden = group.plants.flatMap(({ id }) => ofPlant.get(id) ?? [])
    inEffect.push(...hidden.map((snooze) => ({ snooze, hides: 1 })))
    const plants = group.plants.filter(({ id }) => !ofPlant.has(id))
    return plants.length === 0 && hidden.length > 0 ? [] : [{ ...group, plants }]
  })
  return { groups: shown, inEffect }
}

/** A snooze from the future was made before a clock was set back, so its end means nothing. */
function isOn(snooze: Snooze, { key, plants }: AttentionGroup, nowMs: number): boolean {
  const { plantId, snoozedAtMs, untilMs } = snooze
  if (nowMs >= untilMs || snoozedAtMs > nowMs + clockToleranceMs) return false
  const isMoreSevere =
    severities.indexOf(attentionRules[key].severity) < severities.indexOf(snooze.severity)
  return !isMoreSevere && (plantId !== undefined || plants.length <= snooze.plants)
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

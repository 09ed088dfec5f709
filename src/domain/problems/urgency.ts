// The most urgent problem of a plant that the list shows; the plant's own page lists all of them.
import { type ProblemWords, problemRules } from './problem-rules'
import type { Plant } from '@/api/plant-schemas'
import { awaitsCredentials } from '@/domain/credentials/awaits-credentials'
import { isResting } from '@/domain/status/lifecycle'
import { readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'

/** The reason that a list gives for a plant. */
export interface PlantReason extends ProblemWords {
  tone: Tone
}

/** Urgency of a plant, with the reason. */
interface Urgency extends PlantReason {
  /** Smaller is more urgent; finite. */
  rank: number
  key: string
}

/** Short, as a row has little room; the plant's page says more. */
const awaiting: PlantReason = { tone: 'info', text: 'Waiting for credentials' }

const rules = problemRules.filter(({ rowWords }) => rowWords !== null)

/** An instant in the year 17,814: the rule counts before any that matters, and the product stays an exact integer. */
const perRule = 5e14

/** Returns the rank of a plant's urgency at a time (Unix ms): smaller is more urgent, Infinity is not urgent. */
export function urgencyRank(plant: Plant, nowMs: number): number {
  const isAtRest = isResting(plant.lifecycleStatus)
  const place = rules.findIndex(
    ({ isListedAtRest, isMet }) => (!isAtRest || isListedAtRest) && isMet(plant, nowMs),
  )
  const rule = rules[place]
  if (!rule) return Infinity
  const atMs = readInstant(plant[rule.member]) ?? 0
  return place * perRule + Math.min(Math.max(atMs, 0), perRule - 1)
}

/**
 * Returns the most urgent problem of a plant at a time (Unix ms), or that it awaits its credentials, which has no rank;
 * undefined for a plant that needs nothing.
 */
export function reasonOf(plant: Plant, nowMs: number): PlantReason | undefined {
  return urgencyOf(plant, nowMs) ?? (awaitsCredentials(plant) ? awaiting : undefined)
}

/** Returns the most urgent problem of a plant at a time (Unix ms); undefined when nothing is urgent. */
export function urgencyOf(plant: Plant, nowMs: number): Urgency | undefined {
  const rank = urgencyRank(plant, nowMs)
  const rule = rules[Math.floor(rank / perRule)]
  if (!rule) return undefined
  const { key, tone, words, rowWords } = rule
  return { rank, key, tone, ...(rowWords ?? words)(plant) }
}

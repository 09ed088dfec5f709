// The most urgent problem of a plant that the list shows; the plant's own page lists all of them.
import { type ProblemWords, waitingKey, problemRules } from './problem-rules'
import type { Plant } from '@/api/plant-schemas'
import { isResting } from '@/domain/status/lifecycle'
import { readInstant } from '@/lib/instants'
import type { Tone } from '@/lib/tone'

/** Urgency of a plant, with the reason that a list gives. */
export interface Urgency extends ProblemWords {
  tone: Tone
  /** Smaller is more urgent; finite. */
  rank: number
  key: string
}

const rules = problemRules.filter(({ rowWords }) => rowWords !== null)

/** An instant in the year 17,814: the rule counts before any that matters, and the product stays an exact integer. */
const perRule = 5e14

const waitingPlace = rules.findIndex(({ key }) => key === waitingKey)

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

/** Returns true for the rank of a plant in trouble, which one that only waits for its credentials isn't. */
export function isTroubleRank(rank: number): boolean {
  return rank < waitingPlace * perRule
}

/** Returns the most urgent problem of a plant at a time (Unix ms); undefined for a plant that needs nothing. */
export function urgencyOf(plant: Plant, nowMs: number): Urgency | undefined {
  const rank = urgencyRank(plant, nowMs)
  const rule = rules[Math.floor(rank / perRule)]
  if (!rule) return undefined
  const { key, tone, words, rowWords } = rule
  return { rank, key, tone, ...(rowWords ?? words)(plant) }
}

import { type Random, type Shares, byShare } from '#sandbox/world/fleet/random'

/** How a plant answers: quickly, slowly, always with an error, or not at all though it does what it is told. */
export type AckHabit = 'quick' | 'slow' | 'error' | 'never'

/** The habits of one plant. */
export interface Behaviour {
  ack: AckHabit
  /** Time to each answer, ms; drawn anew for each when it is missing. */
  ackDelayMs?: number
  /** Time between two samples, ms. */
  intervalMs: number
  /** Whether it keeps what it could not send; without that, gaps stay gaps. */
  hasMemory: boolean
  state: 'online' | 'degraded'
  /** How often the line breaks, and for how long, ms on average. */
  dropsOff: { everyMs: number; forMs: number } | null
  /** Chance that a reconnection begins with a wrong credential. */
  wrongCredentialChance: number
}

const minuteMs = 60_000

/** A plant as its maker would like to see it. */
export const steadyBehaviour: Behaviour = {
  ack: 'quick',
  intervalMs: 10_000,
  hasMemory: true,
  state: 'online',
  dropsOff: null,
  wrongCredentialChance: 0,
}

const ackShares: Shares<AckHabit> = [
  [78, 'quick'],
  [12, 'slow'],
  [6, 'error'],
  [4, 'never'],
]

/** Draws the habits of one plant of a fleet: most are steady. */
export function drawBehaviour(random: Random): Behaviour {
  const ack = byShare(ackShares, random.fraction())
  const hasMemory = !random.chance(0.08)
  const state = random.chance(0.04) ? 'degraded' : 'online'
  const everyMs = random.spread(3 * minuteMs, 40 * minuteMs)
  const forMs = random.spread(20_000, 4 * minuteMs)
  const dropsOff = random.chance(0.4) ? { everyMs, forMs } : null
  // A wrong credential shows on a reconnection only, so some plants that never drop off never show theirs.
  const wrongCredentialChance = random.chance(0.05) ? 0.4 : 0
  return { ...steadyBehaviour, ack, hasMemory, state, dropsOff, wrongCredentialChance }
}

/** Time to the next answer, ms. */
export function drawAckDelayMs({ ack, ackDelayMs }: Behaviour, random: Random): number {
  if (ackDelayMs !== undefined) return ackDelayMs
  return ack === 'slow' ? random.integer(3000, 20_000) : random.integer(30, 400)
}

/** Time to the next attempt (ms) after a number of failed ones: 1 s, doubled up to a minute, never all at once. */
export function reconnectDelayMs(failures: number, random: Random): number {
  const full = Math.min(60_000, 1000 * 2 ** Math.min(failures, 10))
  return full * random.between(0.5, 1)
}

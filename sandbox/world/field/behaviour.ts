import { type Random, type Shares, byShare } from '#sandbox/world/fleet/random'
import { minuteMs } from '@/lib/instants'

/** Pace of acknowledgements: quick, slow, always an error, or none at all, although commands are executed. */
export type AckHabit = 'quick' | 'slow' | 'error' | 'never'

export interface Behaviour {
  ack: AckHabit
  /** Delay of each ack, ms; random for each ack if undefined. */
  ackDelayMs?: number
  /** Time between two samples, ms. */
  intervalMs: number
  /** True if it stores samples that could not be sent; otherwise, gaps remain. */
  hasMemory: boolean
  state: 'online' | 'degraded'
  /** Interval and duration of interruptions, ms on average. */
  dropsOff: { everyMs: number; forMs: number } | null
  /** Chance that a reconnection starts with wrong credentials. */
  wrongCredentialChance: number
}

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

/** Draws the behaviour of one plant of a fleet; most are steady. */
export function drawBehaviour(random: Random): Behaviour {
  const ack = byShare(ackShares, random.fraction())
  const hasMemory = !random.chance(0.08)
  const state = random.chance(0.04) ? 'degraded' : 'online'
  const everyMs = random.spread(3 * minuteMs, 40 * minuteMs)
  const forMs = random.spread(20_000, 4 * minuteMs)
  const dropsOff = random.chance(0.4) ? { everyMs, forMs } : null
  // Wrong credentials appear only on a reconnection, so plants that never drop off never show them.
  const wrongCredentialChance = random.chance(0.05) ? 0.4 : 0
  return { ...steadyBehaviour, ack, hasMemory, state, dropsOff, wrongCredentialChance }
}

export function drawAckDelayMs({ ack, ackDelayMs }: Behaviour, random: Random): number {
  if (ackDelayMs !== undefined) return ackDelayMs
  return ack === 'slow' ? random.integer(3000, 20_000) : random.integer(30, 400)
}

/** Returns the delay (ms) of the next attempt after a number of failures: 1 s, doubled up to a minute, with jitter. */
export function reconnectDelayMs(failures: number, random: Random): number {
  const full = Math.min(minuteMs, 1000 * 2 ** Math.min(failures, 10))
  return full * random.between(0.5, 1)
}

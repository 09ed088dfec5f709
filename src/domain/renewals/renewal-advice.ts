// Advice for a certificate at risk: how soon to renew it, and whether that takes a site visit.
import type { Reach } from './reach'
import type { RiskGrade } from '@/domain/certificates/certificate-thresholds'
import { connectionMeaning, maxSilenceWords } from '@/domain/status/connection'
import { dayMs } from '@/lib/instants'
import { entriesOf } from '@/lib/keyed-record'
import { lookUp } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'

/**
 * The work that a renewal makes: installing a package on a plant that is `connected`, a site `visit`, `later` on return to
 * service, or still `unclear`. Nothing is done from here alone: a plant is disconnected until its package is installed.
 */
export type RenewalWork = 'connected' | 'visit' | 'later' | 'unclear'

/** The way to renew a plant's certificate. */
interface RenewalAdvice {
  /** The next step, as a noun phrase. */
  step: string
  /** The reason, in a sentence. */
  reason: string
  work: RenewalWork
}

interface ReachWords {
  label: string
  text: string
  tone: Tone
  at?: 'seen' | 'failed'
}

/**
 * Words for each way to reach a plant: a label, and a text that goes before the time of the last contact or attempt
 * where there is one.
 */
export const reachWords: Record<Reach, ReachWords> = {
  connected: { label: 'Connected', text: 'Connected', tone: 'ok' },
  silent: { label: 'Silent', text: 'Reported connected, last seen', tone: 'warn', at: 'seen' },
  offline: { label: 'Offline', text: 'Offline, last seen', tone: 'danger', at: 'seen' },
  never: { label: 'Never connected', text: 'Never connected', tone: 'info' },
  resting: { label: 'Not in service', text: 'Not in service', tone: 'neutral' },
  lockedOut: { label: 'Locked out', text: 'Locked out, last tried', tone: 'danger', at: 'failed' },
  dark: {
    label: 'Not trying to connect',
    text: 'Not trying to connect, last seen',
    tone: 'danger',
    at: 'seen',
  },
  expired: {
    label: 'May be locked out: can’t tell',
    text: 'May be locked out: can’t tell',
    tone: 'danger',
  },
  unknown: { label: 'Unknown', text: 'Unknown', tone: 'neutral' },
}

/** A plant's record; it has no status before its own record was read. */
type ContactPlant = Partial<Parameters<typeof connectionMeaning>[0]>

/** Returns the words for the contact with a plant. A connected one has those of its own state: it may be degraded. */
export function contactWords(plant: ContactPlant, reach: Reach): ReachWords {
  const { status } = plant
  if (reach !== 'connected' || status === undefined) return reachWords[reach]
  const { label, tone } = connectionMeaning({ ...plant, status })
  return { label, text: label, tone }
}

/** Returns the label of the contact with a plant; `reach` is undefined before the plant's own record was read. */
export function contactLabel(plant: ContactPlant, reach: Reach | undefined): string {
  return reach === undefined ? 'Not read yet' : contactWords(plant, reach).label
}

/** Our own estimate of the time needed to arrange a site visit, before the expiry. */
export const tripDays = 14
/** The same in milliseconds. */
export const tripMs = tripDays * dayMs

const advice: Record<Reach, RenewalAdvice & { leadMs: number }> = {
  connected: {
    step: 'Provision and install',
    reason: 'Plan both together: it is offline in between.',
    work: 'connected',
    leadMs: 0,
  },
  silent: {
    step: 'Check the connection first',
    reason: `It has not been seen for ${maxSilenceWords}.`,
    work: 'unclear',
    leadMs: tripMs,
  },
  offline: {
    step: 'Site visit',
    reason: 'Someone has to bring the new package.',
    work: 'visit',
    leadMs: tripMs,
  },
  never: {
    step: 'Finish commissioning',
    reason: 'Its package may not be installed yet.',
    work: 'visit',
    leadMs: 0,
  },
  resting: {
    step: 'Provision on return to service',
    reason: 'It does not connect in this state.',
    work: 'later',
    leadMs: 0,
  },
  lockedOut: {
    step: 'Bring a new package',
    reason: 'It tries to connect, and is refused.',
    work: 'visit',
    leadMs: tripMs,
  },
  dark: {
    step: 'Check power and network',
    reason: 'It does not even try to connect.',
    work: 'visit',
    leadMs: tripMs,
  },
  expired: {
    step: 'Site visit',
    reason: 'It isn’t clear whether it still tries to connect.',
    work: 'visit',
    leadMs: tripMs,
  },
  unknown: {
    step: 'Find out if it is connected',
    reason: 'The platform doesn’t say.',
    work: 'unclear',
    leadMs: tripMs,
  },
}

/** Returns the advice for a plant. */
export function renewalAdvice(reach: Reach): RenewalAdvice {
  return advice[reach]
}

/** Labels of the kinds of work that several ways to reach a plant make; any other has one way only. */
const workGroups: Partial<Record<RenewalWork, string>> = {
  visit: 'Any that need a site visit',
  unclear: 'Any with an unclear connection',
}

/** Returns the value by which a filter lists the plants with a kind of work: the work, or the only way to reach them. */
export function reachFilterOf(work: RenewalWork): string {
  if (workGroups[work] !== undefined) return work
  return entriesOf(advice).find(([, one]) => one.work === work)?.[0] ?? work
}

/** Returns the values of a filter that list a plant: its way to be reached, and its kind of work if that has several. */
export function reachFilters(reach: Reach): readonly string[] {
  const { work } = advice[reach]
  return workGroups[work] === undefined ? [reach] : [reach, work]
}

/** Returns the words for a value of that filter. */
export function reachFilterLabel(value: string): string {
  return lookUp(workGroups, value) ?? lookUp(reachWords, value)?.label ?? value
}

/**
 * Returns the latest start of a renewal (Unix ms), which determines its urgency: the expiry, less the time for a visit.
 * Plants not in service come after all others.
 */
export function dueAtMs(endMs: number, reach: Reach): number {
  return reach === 'resting' ? endMs + restingMs : endMs - advice[reach].leadMs
}

/** Longer than any certificate lives, so that they keep their own order at the end. */
const restingMs = 1e14

/** Labels and tones of the grades. */
export const gradeMeanings: Record<RiskGrade, { label: string; tone: Tone }> = {
  expired: { label: 'Expired', tone: 'danger' },
  urgent: { label: 'Urgent', tone: 'danger' },
  soon: { label: 'Soon', tone: 'warn' },
  later: { label: 'Later', tone: 'neutral' },
}

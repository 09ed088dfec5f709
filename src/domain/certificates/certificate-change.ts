// Only a plant's own record shows that its certificate differs from the previous one.
import { isSameFingerprint, isSameSerialNumber } from './certificate-checks'
import type { Plant } from '@/api/plant-schemas'
import { readInstant, secondMs } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'

/** Members of a plant's record that describe its certificate, the most reliable first. */
export const certificateFacts = [
  'certificateSerialNumber',
  'certificateFingerprint',
  'certificateExpiresAt',
] as const
type CertificateFact = (typeof certificateFacts)[number]

/** A plant's certificate, as far as its record describes it. */
export type CertificateFacts = Pick<Plant, CertificateFact | 'unreadable'>

/** Returns the members of a plant that describe its certificate, and nothing else. */
export function certificateFactsOf(plant: CertificateFacts): CertificateFacts {
  const { certificateSerialNumber, certificateFingerprint, certificateExpiresAt } = plant
  const { unreadable } = plant
  return {
    certificateSerialNumber,
    certificateFingerprint,
    certificateExpiresAt,
    ...(unreadable && { unreadable }),
  }
}

/** Returns true when a record names a certificate, readable or not, so that its renewal can be proven. */
export function namesCertificate(facts: CertificateFacts): boolean {
  const codes = ['certificateSerialNumber', 'certificateFingerprint'] as const
  return codes.some((code) => Boolean(facts[code]) || isUnreadable(facts, code))
}

/**
 * A certificate compared with an earlier record: another one (`changed`), the `same`, no longer listed (`lost`), or
 * `unknown` because the members that decide were unreadable.
 */
export type CertificateChange = 'changed' | 'same' | 'lost' | 'unknown'

const areSame: Record<CertificateFact, (one: string, other: string) => boolean> = {
  certificateSerialNumber: isSameSerialNumber,
  certificateFingerprint: isSameFingerprint,
  certificateExpiresAt: isSameInstant,
}

/** Returns the first fact that shows another certificate; undefined when none does. Unreadable ones show nothing. */
export function changedFact(
  before: CertificateFacts,
  now: CertificateFacts,
): CertificateFact | undefined {
  return certificateFacts.find((fact) => {
    const [was, is] = [before[fact], now[fact]]
    if (isFactOpen(before, now, fact) || !is || was === is) return false
    return !was || !areSame[fact](was, is)
  })
}

/** Returns true when a fact is missing that was listed before, readable or not. */
export function hasLostFact(before: CertificateFacts, now: CertificateFacts): boolean {
  return certificateFacts.some((fact) => before[fact] && !now[fact])
}

/** Compares a certificate with an earlier record of the same plant. */
export function certificateChange(
  before: CertificateFacts,
  now: CertificateFacts,
): CertificateChange {
  if (changedFact(before, now) !== undefined) return 'changed'
  const readable = certificateFacts.filter((fact) => !isFactOpen(before, now, fact))
  if (readable.some((fact) => before[fact] && !now[fact])) return 'lost'
  // One expiry may be that of two certificates, so that it counts only where nothing else is listed.
  const isNamed = readable.some((fact) => fact !== 'certificateExpiresAt' && now[fact])
  return isNamed || readable.length === certificateFacts.length ? 'same' : 'unknown'
}

/** Returns true when a fact, before or now, is unreadable or not a date where it should be, so that it shows nothing. */
export function isFactOpen(
  before: CertificateFacts,
  now: CertificateFacts,
  fact: CertificateFact,
): boolean {
  const isNoDate = (plant: CertificateFacts) =>
    fact === 'certificateExpiresAt' && readInstant(plant[fact]) === undefined
  return [before, now].some((plant) => isUnreadable(plant, fact) || isNoDate(plant))
}

/** Certificates store times in whole seconds; lists and single plants may write them differently. */
function isSameInstant(one: string, other: string): boolean {
  const [a, b] = [readInstant(one), readInstant(other)]
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < secondMs
}

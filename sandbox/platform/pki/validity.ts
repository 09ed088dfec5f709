import { dayMs, minuteMs } from '@/lib/instants'

/** Tolerance (ms) for controllers with slow clocks: a certificate is valid from shortly before it was issued. */
const clockToleranceMs = 5 * minuteMs

/** Tolerance (ms) for the platform's own clock, which may be set back without invalidating its own certificates. */
export const ownClockToleranceMs = dayMs

/** Period (ms) before its end in which a certificate expires soon: 30 days, because the contract defines none. */
export const expiringSoonMs = 30 * dayMs

/** Lifetime of a plant's certificate (days), which is also the public platform's default. */
const clientDays = 730
const serverDays = 365
const rootDays = 3_653

/** Validity period of a certificate, in whole seconds because X.509 has no fractions. */
export interface Validity {
  notBefore: Date
  notAfter: Date
}

/** Returns the validity of a plant's certificate; a given end may shorten it or be in the past. */
export function clientValidity({ now, expiresAt }: { now: Date; expiresAt?: Date }): Validity {
  if (expiresAt === undefined) return validityFrom(now, clientDays)
  const notAfter = wholeSecond(expiresAt.getTime())
  const { notBefore } = validityFrom(now, clientDays)
  if (notBefore < notAfter) return { notBefore, notAfter }
  return { notBefore: wholeSecond(notAfter.getTime() - clientDays * dayMs), notAfter }
}

export function serverValidity(now: Date): Validity {
  return validityFrom(now, serverDays, ownClockToleranceMs)
}

export function rootValidity(now: Date): Validity {
  return validityFrom(now, rootDays, ownClockToleranceMs)
}

function validityFrom(now: Date, days: number, toleranceMs = clockToleranceMs): Validity {
  return {
    notBefore: wholeSecond(now.getTime() - toleranceMs),
    notAfter: wholeSecond(now.getTime() + days * dayMs),
  }
}

function wholeSecond(ms: number): Date {
  return new Date(Math.floor(ms / 1000) * 1000)
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Clocks of controllers run late: a certificate holds from a little before it was issued. */
const clockToleranceMs = 5 * minuteMs

/** The platform's own clock may be set back, and what is its own must hold nevertheless. */
export const ownClockToleranceMs = dayMs

/** Life of a plant's certificate; the public platform's default as well. */
const clientDays = 730
const serverDays = 365
const rootDays = 3_653

/** From when to when a certificate holds, in whole seconds: X.509 knows no fractions. */
export interface Validity {
  notBefore: Date
  notAfter: Date
}

/** Validity of a plant's certificate, which a given end may cut short or put into the past. */
export function clientValidity({ now, expiresAt }: { now: Date; expiresAt?: Date }): Validity {
  if (expiresAt === undefined) return validityFrom(now, clientDays)
  const notAfter = wholeSecond(expiresAt.getTime())
  const { notBefore } = validityFrom(now, clientDays)
  if (notBefore < notAfter) return { notBefore, notAfter }
  return { notBefore: wholeSecond(notAfter.getTime() - clientDays * dayMs), notAfter }
}

/** Validity of the platform's own server certificate. */
export function serverValidity(now: Date): Validity {
  return validityFrom(now, serverDays, ownClockToleranceMs)
}

/** Validity of the root certificate: ten years. */
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

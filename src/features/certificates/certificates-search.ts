import * as z from 'zod/mini'

const days = z.catch(z.optional(z.int().check(z.minimum(1))), undefined)
/** More renewals a week are no limit. */
export const maxRenewalsPerWeek = 10_000
const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined)

/** Search parameters of the certificates page; invalid ones are ignored. */
export const certificatesSearchSchema = z.object({
  /** Thresholds that the user set, in days. */
  urgent: days,
  soon: days,
  /** Search text; digits alone arrive as a number. */
  q: z.optional(z.unknown()),
  grade: text,
  reach: text,
  lifecycle: text,
  auth: text,
  /** Calendar days between which a certificate expires; `to` is exclusive. Thresholds are then ignored. */
  from: text,
  to: text,
  /** Number of renewals that are possible in a week. */
  capacity: z.catch(
    z.optional(z.int().check(z.minimum(1), z.maximum(maxRenewalsPerWeek))),
    undefined,
  ),
  /** The expiries are shown as a chart or as a table. */
  expiries: z.catch(z.optional(z.literal('table')), undefined),
})
/** Search parameters of the certificates page. */
export type CertificatesSearch = z.infer<typeof certificatesSearchSchema>

/** Changes the search parameters, replacing the history entry or adding one; undefined removes a parameter. */
export type OnCertificatesSearch = (
  change: Partial<CertificatesSearch>,
  isReplacing?: boolean,
) => void

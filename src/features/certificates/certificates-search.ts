import * as z from 'zod/mini'
import type { GivenParameters, UsableParameters } from '@/domain/renewals/search-mistakes'

const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined)
const given = z.optional(z.unknown())

/** Search parameters of the certificates page, as the address has them (`readParameters` says which can be used). */
export const certificatesSearchSchema = z.object({
  /** Thresholds that the user set, in days. */
  urgent: given,
  soon: given,
  /** Search text; digits alone arrive as a number. */
  q: given,
  grade: text,
  reach: text,
  lifecycle: text,
  auth: text,
  /** Calendar days between which a certificate expires; `to` is exclusive. Thresholds are then ignored. */
  from: given,
  to: given,
  /** Number of renewals that are possible in a week. */
  capacity: given,
  /** The expiries are shown as a chart or as a table. */
  expiries: z.catch(z.optional(z.literal('table')), undefined),
})
/** Search parameters as the address has them. */
export type CertificatesAddress = z.infer<typeof certificatesSearchSchema>
/** Search parameters as far as they can be used. */
export type CertificatesSearch = Omit<CertificatesAddress, keyof GivenParameters> & UsableParameters

/** Changes the search parameters, replacing the history entry or adding one; undefined removes a parameter. */
export type OnCertificatesSearch = (
  change: Partial<CertificatesSearch>,
  isReplacing?: boolean,
) => void

import type { Plant } from '@/api/plant-schemas'

/** A reading after the action: the plant, or `'gone'` when the server reports that it doesn't exist. */
export type Reading = Plant | 'gone'

/** Result of comparing a later reading with what was sent; `partly` is for a change of several fields. */
export type VerdictKind = 'done' | 'partly' | 'not-done' | 'cannot-tell'

/** Conclusion about an unknown outcome, drawn from a later reading. */
export interface Verdict {
  kind: VerdictKind
  /** The evidence; `at`, as the API sent it, is shown after it. */
  evidence: string
  at?: string | null | undefined
}

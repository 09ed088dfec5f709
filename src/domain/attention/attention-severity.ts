import type { Condition } from '@/domain/fleet/fleet-filter'
import type { PlantPart } from '@/domain/problems/problem-rules'

/** All severities, the most urgent first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const
/** Urgency of an item: the time in which someone must act. */
export type Severity = (typeof severities)[number]

/** Labels of the severities. */
export const severityWords: Record<Severity, string> = {
  critical: 'Act now',
  high: 'Act today',
  medium: 'Act this week',
  low: 'No hurry',
}

/** A rule of the attention queue, with what it says. */
export interface AttentionRule {
  severity: Severity
  /** The reason for the severity. */
  why: string
  /** Words after the number of plants, for one and for more. */
  words: readonly [one: string, many: string]
  /** Precedes the earliest time among the plants; '' where it says nothing. */
  first: string
  /** The next step, as the words of a link: the same for any number of plants, or for one and for more. */
  step: string | readonly [one: string, many: string]
  /** The tab of a single plant. */
  part: PlantPart
  /** Conditions that all plants of an item fulfil; or another page. */
  place: readonly Condition[] | 'certificates' | 'first plant' | 'runs'
  /**
   * True when plants that aren't expected to be connected count, too: a certificate in use expires in either case. The
   * certificates page, the menu and the list's facet count by the same rule, `hasCertificateInUse`.
   */
  countsAtRest?: true
  /** A further condition, fulfilled by all plants whose time is known and not in the future. */
  narrowedBy?: Condition
  /** True when the plants' connection states narrow the list, too. */
  hasStatuses?: true
}

/** Returns a condition on a facet of the list. */
export function facetIs(
  facet: 'status' | 'lifecycle' | 'cert' | 'seen',
  ...values: readonly string[]
): Condition {
  return { kind: 'facet', facet, values }
}

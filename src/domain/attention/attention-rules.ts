import { type AttentionRule, type Severity, severities } from './attention-severity'
import { furtherAttention } from './further-attention'
import { problemAttention } from './problem-attention'
import { isResting } from '@/domain/status/lifecycle'
import { countOf } from '@/lib/format-count'
import { keysOf } from '@/lib/keyed-record'

/** All rules of the attention queue. */
export const attentionRules = {
  ...furtherAttention,
  ...problemAttention,
} as const satisfies Record<string, AttentionRule>

/** Key of a rule. */
export type AttentionKey = keyof typeof attentionRules

/** The keys in the order of the queue: by severity, and then in that of the tables. */
export const attentionOrder: readonly AttentionKey[] = keysOf(attentionRules).toSorted(
  (a, b) => severityRank(a) - severityRank(b),
)

/** Returns the place of a rule's severity: smaller is more urgent. */
export function severityRank(key: AttentionKey): number {
  return severities.indexOf(attentionRules[key].severity)
}

interface RankedGroup {
  key: AttentionKey
  plants: readonly { lifecycleStatus?: string | undefined }[]
}

/** Returns true for certificates none of which is of a plant in service, so that no plant can be locked out. */
export function isAllAtRest({ key, plants }: RankedGroup): boolean {
  const rule: AttentionRule = attentionRules[key]
  if (rule.countsAtRest !== true || plants.length === 0) return false
  return plants.every(({ lifecycleStatus }) => isResting(lifecycleStatus))
}

/** Returns the severity of a group: that of its rule, unless none of its plants is in service. */
export function groupSeverity(group: RankedGroup): Severity {
  return isAllAtRest(group) ? 'low' : attentionRules[group.key].severity
}

/** Returns the number of plants and their problem: "12 certificates have expired". */
export function attentionTitle(key: AttentionKey, plants: number): string {
  const [one, many] = attentionRules[key].words
  // An outage that no plant's record shows.
  if (plants === 0) return many.charAt(0).toUpperCase() + many.slice(1)
  return countOf(plants, one, many)
}

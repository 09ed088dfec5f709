import type { Reconciliation } from '@/domain/plant/plant-edit'
import type { Verdict, VerdictKind } from '@/domain/plant/verdict'

const evidence: Record<VerdictKind, string> = {
  done: 'the plant has the values that were sent',
  partly: 'the plant has only some of the values that were sent',
  'not-done': 'the plant doesn’t have the values that were sent',
  'cannot-tell': 'the plant has the same values in another format',
}

/** Returns the conclusion about a change from comparing its values with a later reading. */
export function changeVerdict({ kind, fields }: Reconciliation): Verdict {
  const isUnreadable = kind === 'cannot-tell' && fields.some((field) => field.isUnreadable)
  return {
    kind,
    evidence: isUnreadable ? 'the plant’s current values are unreadable' : evidence[kind],
  }
}

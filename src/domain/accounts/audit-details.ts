import { accountStateMeaning, roleLabel } from './account-words'
import type { AuditEntry } from '@/api/account-schemas'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { fieldLabels } from '@/domain/plant/plant-edit'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { lookUp } from '@/lib/look-up'

/** Shown for a value that is not set. */
export const noValue = 'none'

/** A value that an action set, in words: the one before, the one after, or both. */
interface AuditDetail {
  fact: string
  /** '' for a value that is not set; undefined for one that the log doesn't have. */
  was: string | undefined
  is: string | undefined
}

/** Actions with values; the others say all by themselves. */
const actionsWithValues = new Set([
  'createPlant',
  'updatePlant',
  'deletePlant',
  'sendCommand',
  'createAccount',
  'updateAccount',
])

const facts: Record<string, string> = {
  ...fieldLabels,
  role: 'Role',
  state: 'State',
  command: 'Command',
  target: 'Target',
}

const words: Record<string, (value: string) => string> = {
  role: roleLabel,
  state: (state) => accountStateMeaning({ state }).label,
  type: plantTypeLabel,
  authMethod: authMethodLabel,
}

/** Returns the values that an action set; an empty list for an action that has none. */
export function auditDetails({ changes }: Pick<AuditEntry, 'changes'>): AuditDetail[] {
  return (changes ?? []).map(({ member, from, to }) => ({
    fact: lookUp(facts, member) ?? member,
    was: wordFor(member, from),
    is: wordFor(member, to),
  }))
}

function wordFor(member: string, value: string | null | undefined): string | undefined {
  if (value === undefined) return undefined
  return value ? (lookUp(words, member)?.(value) ?? value) : ''
}

/** Returns why an entry has no values; undefined where it has some, or where the action has none. */
export function whyNoDetails({
  action,
  changes,
}: Pick<AuditEntry, 'action' | 'changes'>): string | undefined {
  if (changes?.length === 0) return 'No value changed'
  return !changes && actionsWithValues.has(action) ? 'Not recorded' : undefined
}

/** Returns the values of an entry as one line; '' without any. */
export function auditDetailsText(entry: Pick<AuditEntry, 'action' | 'changes'>): string {
  const lines = auditDetails(entry).map(({ fact, was, is }) => {
    const values = [was, is].flatMap((value) => (value === undefined ? [] : value || noValue))
    return values.length > 0 ? `${fact}: ${values.join(' → ')}` : fact
  })
  return lines.join('; ') || (whyNoDetails(entry) ?? '')
}

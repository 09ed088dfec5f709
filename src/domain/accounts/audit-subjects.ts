import { type AuditSubject, describeAudit } from './audit-words'
import type { AuditEntry } from '@/api/account-schemas'

/** Returns the IDs of the plants or accounts to which something was done, each once. */
export function subjectIds(entries: readonly AuditEntry[], kind: AuditSubject): string[] {
  const ids = entries.flatMap((entry) => {
    const { subjectId } = entry
    return subjectId && describeAudit(entry).subject === kind ? [subjectId] : []
  })
  return [...new Set(ids)]
}

/** Returns the name that a plant had according to the latest entry that has one; undefined without one. */
export function recordedName(entries: readonly AuditEntry[], plantId: string): string | undefined {
  for (const { subjectId, changes } of entries) {
    if (subjectId !== plantId) continue
    const change = changes?.find(({ member }) => member === 'name')
    if (change) return change.to ?? change.from ?? undefined
  }
  return undefined
}

import type { Kysely } from 'kysely'
import { type NewEntry, addAuditEntry } from './audit-log'
import type { Tables } from '#sandbox/platform/database/tables'

/** More within half a minute than the sign-in limit allows from several addresses. */
const maxPending = 1_000

/**
 * Refused sign-ins on their way to the audit log. They are written later, because a response that waits for the disk
 * would reveal which user names exist.
 */
export class RefusedSignIns {
  private pending: { entry: NewEntry; at: Date }[] = []

  note(entry: NewEntry, at: Date): void {
    if (this.pending.length < maxPending) this.pending.push({ entry, at })
  }

  /** Writes what has been noted; keeps it when that fails. */
  async write(database: Kysely<Tables>): Promise<void> {
    // Taken out first: another write may begin before this one ends.
    const taken = this.pending
    this.pending = []
    try {
      for (let next = taken[0]; next; next = taken[0]) {
        await addAuditEntry(database, next.entry, next.at)
        taken.shift()
      }
    } finally {
      this.pending = [...taken, ...this.pending]
    }
  }
}

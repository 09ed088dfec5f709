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
    const written = [...this.pending]
    for (const { entry, at } of written) await addAuditEntry(database, entry, at)
    this.pending = this.pending.slice(written.length)
  }
}

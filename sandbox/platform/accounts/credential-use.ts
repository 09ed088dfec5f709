import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'

/** Use of API credentials that is not stored yet. */
interface Use {
  at: string
  /** UTC day of the calls. */
  day: string
  calls: number
}

/**
 * Counts what is done with API credentials. In memory first: otherwise every read of a program would wait for the disk.
 * A killed process loses the calls of the last half minute.
 */
export class CredentialUse {
  private readonly pending = new Map<string, Use>()

  /** Counts one request of a client. */
  note(clientId: string, now: Date): void {
    const at = now.toISOString()
    const day = dayOf(at)
    const before = this.pending.get(clientId)
    const calls = before?.day === day ? before.calls + 1 : 1
    this.pending.set(clientId, { at, day, calls })
  }

  /** Returns what has been counted since the last write. */
  pendingOf(clientId: string): Use | undefined {
    return this.pending.get(clientId)
  }

  /** Writes what has been counted; keeps what can't be written. */
  async write(database: Kysely<Tables>): Promise<void> {
    for (const [clientId, use] of this.pending) {
      await database
        .updateTable('apiCredentials')
        .set({
          lastUsedAt: use.at,
          calls: sql<number>`CASE WHEN usedOn = ${use.day} THEN calls ELSE 0 END + ${use.calls}`,
          usedOn: use.day,
        })
        .where('clientId', '=', clientId)
        .execute()
      const counted = this.pending.get(clientId)
      // Calls that came meanwhile have been added to the same count.
      if (counted === use) this.pending.delete(clientId)
      else if (counted?.day === use.day) counted.calls -= use.calls
    }
  }
}

/** Returns the UTC day of an ISO 8601 time. */
export function dayOf(at: string): string {
  return at.slice(0, 'YYYY-MM-DD'.length)
}

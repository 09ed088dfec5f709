import { type Kysely, sql } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'

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

  /** Counts one request with the API credentials of a user. */
  note(userId: string, now: Date): void {
    const at = now.toISOString()
    const day = dayOf(at)
    const before = this.pending.get(userId)
    const calls = before?.day === day ? before.calls + 1 : 1
    this.pending.set(userId, { at, day, calls })
  }

  /** Writes what has been counted since the last time. */
  async write(database: Kysely<Tables>): Promise<void> {
    const uses = [...this.pending]
    this.pending.clear()
    for (const [userId, { at, day, calls }] of uses) {
      await database
        .updateTable('apiCredentials')
        .set({
          lastUsedAt: at,
          calls: sql<number>`CASE WHEN usedOn = ${day} THEN calls ELSE 0 END + ${calls}`,
          usedOn: day,
        })
        .where('userId', '=', userId)
        // Not of credentials that were generated since.
        .where('issuedAt', '<=', at)
        .execute()
    }
  }
}

/** Returns the UTC day of an ISO 8601 time. */
export function dayOf(at: string): string {
  return at.slice(0, 'YYYY-MM-DD'.length)
}

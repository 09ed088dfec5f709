import type { Kysely } from 'kysely'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'

export type InboxEntry = (tx: Kysely<Tables>, now: Date) => Promise<void>

interface Waiting {
  entry: InboxEntry
  settle: (error?: unknown) => void
}

const largestBatch = 200

/**
 * Writes incoming messages in order of arrival, many per transaction: each commit waits for the disk, so single writes
 * couldn't keep up with a fleet. An entry's promise settles after its commit, so a message is acknowledged only once it
 * cannot be lost.
 */
export class Inbox {
  private readonly database: Database
  private readonly now: () => Date
  private waiting: Waiting[] = []
  private writing: Promise<void> | null = null

  constructor(database: Database, now: () => Date) {
    this.database = database
    this.now = now
  }

  /** Rejects if the entry cannot be written; the other entries of its batch are still written. */
  add(entry: InboxEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error))
      this.waiting.push({ entry, settle })
      this.writing ??= this.writeAll()
    })
  }

  async drained(): Promise<void> {
    while (this.writing) await this.writing
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, largestBatch)
      try {
        await this.write(batch)
      } catch {
        await this.writeOneByOne(batch)
      }
    }
    this.writing = null
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    await this.database.transaction().execute(async (tx) => {
      for (const { entry } of batch) await entry(tx, this.now())
    })
    for (const { settle } of batch) settle()
  }

  /** Keeps one bad entry from failing the others in its batch. */
  private async writeOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const waiting of batch) {
      try {
        await this.write([waiting])
      } catch (error) {
        waiting.settle(error)
      }
    }
  }
}

import type { Kysely } from 'kysely'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Tables } from '#sandbox/platform/database/tables'

/** Something that a plant's message changes in the database. */
export type InboxEntry = (tx: Kysely<Tables>, now: Date) => Promise<void>

interface Waiting {
  entry: InboxEntry
  settle: (error?: unknown) => void
}

const largestBatch = 200

/**
 * Writes what the broker hears, in the order in which it came, many messages to a transaction: each commit
 * waits for the disk, so a fleet could not be kept up with one by one. An entry's promise settles after its
 * commit, so a message is acknowledged only when it cannot be lost any more.
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

  /** Rejects when the entry cannot be written; others in its batch are. */
  add(entry: InboxEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error))
      this.waiting.push({ entry, settle })
      this.writing ??= this.writeAll()
    })
  }

  /** Resolves when everything that has come is written. */
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

  /** One bad entry must not take the others with it. */
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

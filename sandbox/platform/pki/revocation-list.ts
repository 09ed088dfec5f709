import type { Kysely, NotNull } from 'kysely'
import type { CertificateAuthority } from './certificate-authority'
import { revocationListLifeMs } from './revocation-list-format'
import type { RevokedCertificate } from './revocation-list-format'
import type { Tables } from '#sandbox/platform/database/tables'

/** Current list of revoked certificates, created on demand and cached while it is valid. */
export class RevocationList {
  private readonly database: Kysely<Tables>
  private readonly authority: Pick<CertificateAuthority, 'signRevocationList'>
  private readonly now: () => Date
  private kept: { list: Promise<string>; madeAtMs: number } | null = null
  private lastNumber = 0

  constructor(
    database: Kysely<Tables>,
    authority: Pick<CertificateAuthority, 'signRevocationList'>,
    now: () => Date,
  ) {
    this.database = database
    this.authority = authority
    this.now = now
  }

  /** Returns the list as PEM. Must not be awaited inside a transaction, because it reads the database separately. */
  current(): Promise<string> {
    const now = this.now()
    if (this.kept && this.isFresh(this.kept.madeAtMs, now)) return this.kept.list
    const list = this.make(now)
    this.kept = { list, madeAtMs: now.getTime() }
    list.catch(() => {
      // A failure is not cached; the next caller tries again.
      if (this.kept?.list === list) this.kept = null
    })
    return list
  }

  /** Discards the list after certificates were revoked; the next caller gets a new one. */
  changed(): void {
    this.kept = null
  }

  // A list is renewed long before it expires, and when the clock was set back, because it would not be valid yet.
  private isFresh(madeAtMs: number, now: Date): boolean {
    const ageMs = now.getTime() - madeAtMs
    return ageMs >= 0 && ageMs < revocationListLifeMs / 2
  }

  private async make(now: Date): Promise<string> {
    // The time increases across restarts and needs no write, so a list can be created even when the disk is full.
    const number = Math.max(this.lastNumber + 1, now.getTime())
    this.lastNumber = number
    return this.authority.signRevocationList(await this.revoked(now), { now, number })
  }

  private revoked(now: Date): Promise<RevokedCertificate[]> {
    return this.database
      .selectFrom('certificates')
      .select(['serialNumber', 'revokedAt'])
      .where('revokedAt', 'is not', null)
      .where('expiresAt', '>', now.toISOString())
      .$narrowType<{ revokedAt: NotNull }>()
      .execute()
  }
}

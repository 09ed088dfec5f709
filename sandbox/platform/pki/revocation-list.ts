import type { Kysely, NotNull } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import type { CertificateAuthority } from './certificate-authority'
import { revocationListLifeMs } from './revocation-list-format'
import type { RevokedCertificate } from './revocation-list-format'

/** The current list of revoked certificates, made when asked for and kept while it is right. */
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

  /** The list as PEM. Not to be awaited inside a transaction: it reads the database on its own. */
  current(): Promise<string> {
    const now = this.now()
    if (this.kept && this.isFresh(this.kept.madeAtMs, now)) return this.kept.list
    const list = this.make(now)
    this.kept = { list, madeAtMs: now.getTime() }
    list.catch(() => {
      // A failure is not kept; the next caller tries again.
      if (this.kept?.list === list) this.kept = null
    })
    return list
  }

  /** Says that certificates were revoked: whoever asks from now on gets a new list. */
  changed(): void {
    this.kept = null
  }

  // Long before it ends, and also when the clock was set back: the list would not be valid yet.
  private isFresh(madeAtMs: number, now: Date): boolean {
    const ageMs = now.getTime() - madeAtMs
    return ageMs >= 0 && ageMs < revocationListLifeMs / 2
  }

  private async make(now: Date): Promise<string> {
    // The time grows over restarts as well and needs no write, so a list can be made while the disk is full.
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

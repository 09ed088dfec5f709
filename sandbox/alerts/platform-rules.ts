import { type RawBuilder, sql } from 'kysely'
import type { Severity } from './alert-rows'

/** Rule of the alert that a plant is not connected. */
export const offlineRule = 'plant-offline'

/** Name of the setting that says when the platform was last started, ISO 8601. */
export const startSetting = 'startedAt'

/** A rule that the platform judges by itself, in SQL about a row `p` of `plants`. */
export interface PlatformRule {
  readonly rule: string
  readonly type: string
  readonly severity: Severity
  /** The alert is open while this holds. */
  readonly holds: (now: Date) => RawBuilder<unknown>
  /** What must hold besides to raise it. */
  readonly raisedIf?: (now: Date) => RawBuilder<unknown>
  /** When it became true, ISO 8601. */
  readonly since: RawBuilder<unknown>
  readonly message: RawBuilder<unknown>
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** A plant may lose its line for this long (ms) before somebody is told. */
const toleratedOfflineMs = 5 * minuteMs
/** "Soon", as the certificate statistics count it (ms). */
const expiringMs = 30 * dayMs
const manyFailures = 10
/** Failures are over after this long without one (ms). */
const quietAfterMs = hourMs

// Literal, so that SQLite recognizes its partial index.
const usesCertificate = sql`p.authMethod = 'MTLS' and p.lifecycleStatus in ('PROVISIONED', 'ACTIVE', 'SUSPENDED')`

/** All rules of the platform. */
export const platformRules: readonly PlatformRule[] = [
  {
    rule: offlineRule,
    type: 'PLANT_OFFLINE',
    severity: 'ERROR',
    holds: (now) =>
      sql`p.lifecycleStatus = 'ACTIVE' and p.status = 'OFFLINE'
        and ${lastSeen()} < ${before(now, toleratedOfflineMs)}`,
    // While the platform was away it saw nobody: after a start, plants have as long to come back.
    raisedIf: (now) =>
      sql`iif(p.simulated is null, coalesce((select value from settings where name = ${startSetting}), '')
        < ${before(now, toleratedOfflineMs)}, 1)`,
    since: later(lastSeen(), toleratedOfflineMs),
    message: sql`'Not connected since ' || ${minute(lastSeen())}`,
  },
  {
    rule: 'certificate-expiring',
    type: 'CERTIFICATE_EXPIRING',
    severity: 'WARNING',
    holds: (now) =>
      sql`${usesCertificate} and p.certificateExpiresAt > ${before(now, 0)}
        and p.certificateExpiresAt <= ${before(now, -expiringMs)}`,
    since: later(sql`p.certificateExpiresAt`, -expiringMs),
    message: sql`'Certificate expires on ' || ${minute(sql`p.certificateExpiresAt`)}`,
  },
  {
    rule: 'certificate-expired',
    type: 'CERTIFICATE_EXPIRED',
    severity: 'CRITICAL',
    holds: (now) => sql`${usesCertificate} and p.certificateExpiresAt <= ${before(now, 0)}`,
    since: sql`p.certificateExpiresAt`,
    message: sql`'Certificate expired on ' || ${minute(sql`p.certificateExpiresAt`)}`,
  },
  {
    rule: 'auth-failures',
    type: 'AUTH_FAILURES',
    severity: 'WARNING',
    holds: (now) =>
      sql`p.authFailureCount >= ${manyFailures} and p.lastAuthFailureAt > ${before(now, quietAfterMs)}`,
    since: sql`p.lastAuthFailureAt`,
    message: sql`p.authFailureCount || ' refused connections, the last one on ' || ${minute(sql`p.lastAuthFailureAt`)}`,
  },
]

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString()
}

function lastSeen(): RawBuilder<unknown> {
  return sql`coalesce(p.lastSeenAt, p.createdAt)`
}

function later(instant: RawBuilder<unknown>, ms: number): RawBuilder<unknown> {
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${`${ms / 1000} seconds`})`
}

function minute(instant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`replace(substr(${instant}, 1, 16), 'T', ' ') || ' UTC'`
}

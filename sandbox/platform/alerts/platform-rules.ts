import { type RawBuilder, sql } from 'kysely'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { startSetting } from '#sandbox/platform/presence/start-setting'
import type { Severity } from './alert-rows'

/** Rule of the alert that a plant is not connected. */
export const offlineRule = 'plant-offline'

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

/** A plant may lose its line for this long (ms) before somebody is told. */
const toleratedOfflineMs = 5 * minuteMs
/** "Soon", as the certificate statistics count it (ms). */
const expiringMs = 30 * dayMs
/** So many failures within an hour are told. */
export const manyFailures = 10
const failuresWithinMs = hourMs

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
        and ${lastSeen()} < ${moved(now, -toleratedOfflineMs)}`,
    // While the platform was away it saw nobody: after a start, plants have as long to come back, and so has one
    // that somebody has just reactivated.
    raisedIf: (now) =>
      sql`${expectedFrom()} < ${moved(now, -toleratedOfflineMs)}
        and iif(p.simulated is null, coalesce((select value from settings where name = ${startSetting}), '')
        < ${moved(now, -toleratedOfflineMs)}, 1)`,
    since: later(expectedFrom(), toleratedOfflineMs),
    message: sql`'Not connected since ' || ${minute(lastSeen())}`,
  },
  {
    rule: 'certificate-expiring',
    type: 'CERTIFICATE_EXPIRING',
    severity: 'WARNING',
    holds: (now) =>
      sql`${usesCertificate} and p.certificateExpiresAt > ${moved(now, 0)}
        and p.certificateExpiresAt <= ${moved(now, expiringMs)}`,
    since: later(sql`p.certificateExpiresAt`, -expiringMs),
    message: sql`'Certificate expires on ' || ${minute(sql`p.certificateExpiresAt`)}`,
  },
  {
    rule: 'certificate-expired',
    type: 'CERTIFICATE_EXPIRED',
    severity: 'CRITICAL',
    holds: (now) => sql`${usesCertificate} and p.certificateExpiresAt <= ${moved(now, 0)}`,
    since: sql`p.certificateExpiresAt`,
    message: sql`'Certificate expired on ' || ${minute(sql`p.certificateExpiresAt`)}`,
  },
  {
    rule: 'auth-failures',
    type: 'AUTH_FAILURES',
    severity: 'WARNING',
    // Once raised it stays until an hour was quiet, or failures at a slow pace would end and raise it in turns.
    holds: (now) =>
      sql`p.authFailureCount >= ${manyFailures}
        and p.lastAuthFailureAt > ${moved(now, -failuresWithinMs)}`,
    // Of a generated plant nothing but count and last time is known.
    raisedIf: (now) =>
      sql`iif(p.recentAuthFailures is null, 1,
        json_extract(p.recentAuthFailures, ${`$[#-${manyFailures}]`}) > ${moved(now, -failuresWithinMs)})`,
    since: sql`p.lastAuthFailureAt`,
    // True for as long as it is read: neither a count that grows nor a last time that moves.
    message: sql`iif(p.recentAuthFailures is null, ${`At least ${manyFailures} refused connections, by `},
      ${`${manyFailures} refused connections within an hour, by `}) || ${minute(sql`p.lastAuthFailureAt`)}`,
  },
]

function moved(now: Date, byMs: number): string {
  return new Date(now.getTime() + byMs).toISOString()
}

function lastSeen(): RawBuilder<unknown> {
  return sql`coalesce(p.lastSeenAt, p.createdAt)`
}

/** From when a plant is to be there: reactivating moves `updatedAt`, and a plant needs a while to notice. */
function expectedFrom(): RawBuilder<unknown> {
  return sql`max(${lastSeen()}, p.updatedAt)`
}

function later(instant: RawBuilder<unknown>, ms: number): RawBuilder<unknown> {
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${`${ms / 1000} seconds`})`
}

function minute(instant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`replace(substr(${instant}, 1, 16), 'T', ' ') || ' UTC'`
}

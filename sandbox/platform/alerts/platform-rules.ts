import { type RawBuilder, sql } from 'kysely'
import type { Severity } from './alert-rows'
import { startSetting } from '#sandbox/platform/database/start-setting'
import { withdrawnStates } from '#sandbox/platform/lifecycle/lifecycle'
import { expiringSoonMs } from '#sandbox/platform/pki/validity'
import { hourMs, minuteMs } from '@/lib/instants'

export const offlineRule = 'plant-offline'

/** Rule that the platform evaluates itself, in SQL on a row `p` of `plants`. */
export interface PlatformRule {
  readonly rule: string
  readonly type: string
  readonly severity: Severity
  /** Condition for which the alert is open. */
  readonly holds: (now: Date) => RawBuilder<unknown>
  /** Additional condition for raising the alert. */
  readonly raisedIf?: (now: Date) => RawBuilder<unknown>
  /** Time at which the condition became true, ISO 8601. */
  readonly since: RawBuilder<unknown>
  readonly message: RawBuilder<unknown>
}

/** Time (ms) that a plant may be offline before an alert is raised. */
const toleratedOfflineMs = 5 * minuteMs
/** Number of failures within an hour that raises an alert. */
export const manyFailures = 10
const failuresWithinMs = hourMs

// The method is a literal so that SQLite recognizes its partial index.
const usesCertificate = sql`p.authMethod = 'MTLS' and p.lifecycleStatus not in (${sql.join(withdrawnStates())})`

export const platformRules: readonly PlatformRule[] = [
  {
    rule: offlineRule,
    type: 'PLANT_OFFLINE',
    severity: 'ERROR',
    holds: (now) =>
      sql`p.lifecycleStatus = 'ACTIVE' and p.status = 'OFFLINE'
        and ${lastSeen()} < ${moved(now, -toleratedOfflineMs)}`,
    // The platform saw no plants while it was down. After a start, plants get the same time to reconnect; so does a
    // plant that was just reactivated.
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
        and p.certificateExpiresAt <= ${moved(now, expiringSoonMs)}`,
    since: later(sql`p.certificateExpiresAt`, -expiringSoonMs),
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
    // A raised alert stays open until an hour passes without a failure; otherwise, occasional failures would resolve
    // and raise it in turns.
    holds: (now) =>
      sql`p.authFailureCount >= ${manyFailures}
        and p.lastAuthFailureAt > ${moved(now, -failuresWithinMs)}`,
    // Generated plants have only a count and a last time.
    raisedIf: (now) =>
      sql`iif(p.recentAuthFailures is null, 1,
        json_extract(p.recentAuthFailures, ${`$[#-${manyFailures}]`}) > ${moved(now, -failuresWithinMs)})`,
    since: sql`p.lastAuthFailureAt`,
    // The text has to stay true while the alert is open, so it contains neither the growing count nor the latest time.
    message: sql`iif(p.recentAuthFailures is null, ${`At least ${manyFailures} refused connections, as of `},
      ${`${manyFailures} refused connections within an hour, as of `}) || ${minute(sql`p.lastAuthFailureAt`)}`,
  },
]

function moved(now: Date, byMs: number): string {
  return new Date(now.getTime() + byMs).toISOString()
}

function lastSeen(): RawBuilder<unknown> {
  return sql`coalesce(p.lastSeenAt, p.createdAt)`
}

/** Time from which a plant is expected online: reactivating moves `updatedAt`, and a plant needs a while to notice. */
function expectedFrom(): RawBuilder<unknown> {
  return sql`max(${lastSeen()}, p.updatedAt)`
}

function later(instant: RawBuilder<unknown>, ms: number): RawBuilder<unknown> {
  return sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${instant}, ${`${ms / 1000} seconds`})`
}

function minute(instant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`replace(substr(${instant}, 1, 16), 'T', ' ') || ' UTC'`
}

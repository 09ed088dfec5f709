import { keepSimulatedFresh } from './keep-simulated-fresh'
import { markSilent } from './silence'
import { acknowledgeByDuty } from '#sandbox/platform/alerts/duty-shift'
import { pruneAlerts } from '#sandbox/platform/alerts/prune-alerts'
import { sweepAlerts } from '#sandbox/platform/alerts/sweep-alerts'
import { pruneAuditEntries } from '#sandbox/platform/audit/audit-log'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import type { Storage } from '#sandbox/platform/database/storage'
import type { PlatformContext } from '#sandbox/platform/platform-context'

type Duties = Pick<PlatformContext, 'database' | 'now' | 'credentialUse' | 'refusedSignIns'>

const everyMs = 30_000

/** Runs the periodic duties once: silent plants, alerts, the simulated fleet, expired packages, audit log. */
export async function runDutiesOnce(duties: Duties): Promise<void> {
  const { database, now } = duties
  const at = now()
  await database.transaction().execute((tx) => markSilent(tx, at))
  await sweepAlerts(database, at)
  await acknowledgeByDuty(database, at)
  await pruneAlerts(database, at)
  await pruneAuditEntries(database, at)
  await writeNoted(duties)
  await keepSimulatedFresh(database, at)
  await database
    .deleteFrom('provisioningPackages')
    .where('endsAt', '<=', at.toISOString())
    .execute()
}

/** Writes what is collected in memory between two runs. */
async function writeNoted({ database, credentialUse, refusedSignIns }: Duties): Promise<void> {
  await credentialUse.write(database)
  await refusedSignIns.write(database)
}

/** Runs the duties immediately and then every 30 s, one run at a time. A failed run is logged. */
export function startDuties(platform: Duties & { storage: Pick<Storage, 'checkFull'> }): {
  stop: () => Promise<void>
} {
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  let timer = setTimeout(run, 0).unref()
  function run() {
    platform.storage.checkFull()
    running = runDutiesOnce(platform)
      .catch((error: unknown) => logFailure(error))
      .then(() => {
        if (!isStopped) timer = setTimeout(run, everyMs).unref()
      })
  }
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
      await writeNoted(platform).catch((error: unknown) => logFailure(error))
    },
  }
}

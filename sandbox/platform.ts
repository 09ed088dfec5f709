import type Libsql from 'libsql'
import { mkdirSync } from 'node:fs'
import type { SandboxOptions } from './options'
import { CredentialUse } from './platform/accounts/credential-use'
import { type Limits, httpApp } from './platform/app'
import { RefusedSignIns } from './platform/audit/refused-sign-ins'
import { startBroker } from './platform/broker/start-broker'
import { lockDataFolder } from './platform/database/data-folder-lock'
import { openDatabase } from './platform/database/open-database'
import { isLoopback } from './platform/hosts/host-names'
import { anyHost, loopbackAnd } from './platform/hosts/own-hosts'
import { listenHttp } from './platform/http/listen'
import { openAccessTokens } from './platform/oauth/access-tokens'
import { ensureDemoPeople } from './platform/oauth/demo-users'
import { openCertificateAuthority } from './platform/pki/certificate-authority'
import { RevocationList } from './platform/pki/revocation-list'
import { openVault } from './platform/pki/vault'
import { PageAnchors } from './platform/plants/page-anchors'
import type { PlatformContext } from './platform/platform-context'
import { startDuties } from './platform/presence/duties'
import { markAllDisconnected } from './platform/presence/presence'
import { credentialEvents } from './platform/provisioning/credential-events'
import { openMqttTokens } from './platform/provisioning/mqtt-tokens'
import { newestSealedSecret } from './platform/provisioning/plant-secrets'
import { LivePlants } from './proof/test-control/live-plants'
import { testControl } from './proof/test-control/test-control'
import { startDemoField } from './world/commissioning/demo-field'
import { countAllPlants, seedDataFolder } from './world/seed/seed-data-folder'
import { simulatedEnergy } from './world/site-model/simulated-energy'
import { TemplateTexts } from '#sandbox/platform/plants/template-texts'

interface RunningPlatform {
  url: string
  mqttPort: number
  plants: number
  /** Finishes running requests, then closes everything. */
  stop: () => Promise<void>
}

export interface TestSettings {
  limits?: Limits
  now?: () => Date
  technicianWaysMs?: readonly [number, number]
  /** Receives the database's connection, to limit its size. */
  onOpen?: (connection: Libsql.Database) => void
}

class Running {
  private readonly stops: (() => unknown)[] = []

  add(stop: () => unknown): void {
    this.stops.push(stop)
  }

  /** Stops all parts in reverse order; a failing part does not prevent the others from stopping. */
  async stop(): Promise<void> {
    const failures: unknown[] = []
    for (const stop of this.stops.splice(0).toReversed()) {
      try {
        await stop()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some parts could not be stopped')
  }
}

/** Starts the platform on a data folder and fills the folder if it is new. */
export async function startPlatform(
  options: SandboxOptions,
  settings: TestSettings = {},
): Promise<RunningPlatform> {
  const running = new Running()
  try {
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
    running.add(lockDataFolder(options.dataFolder))
    return { ...(await startParts(options, settings, running)), stop: () => running.stop() }
  } catch (error) {
    await running.stop()
    throw error
  }
}

async function startParts(
  options: SandboxOptions,
  { limits = {}, now = () => new Date(), technicianWaysMs, onOpen }: TestSettings,
  running: Running,
): Promise<Omit<RunningPlatform, 'stop'>> {
  const { dataFolder, host, distFolder, basePath } = options
  const { database, storage, connection } = openDatabase(dataFolder)
  onOpen?.(connection)
  running.add(() => database.destroy())
  const parts = await openParts(options, { database, storage }, now)
  await ensureDemoPeople(database, parts.isLoopback, now())
  await seedDataFolder(database, { plants: options.plants, seed: options.seed, now: now() })
  // No session survives the end of a process.
  await database.transaction().execute((tx) => markAllDisconnected(tx, now()))

  const { broker, brokerAddress, stop } = await startBroker(parts, options)
  running.add(stop)
  const platform = { ...parts, broker, brokerAddress }
  const duties = startDuties(platform)
  running.add(() => duties.stop())
  const field = await startDemoField(platform, options, technicianWaysMs)
  running.add(() => field.stop())

  const livePlants = options.testControl ? new LivePlants(platform) : undefined
  running.add(() => livePlants?.stop())
  const extend = livePlants && testControl(platform, livePlants)
  const app = httpApp(platform, { distFolder, basePath, limits, extend })
  const http = await listenHttp(app, { host, port: options.port })
  running.add(http.stop)
  return { url: http.url, mqttPort: brokerAddress.port, plants: await countAllPlants(database) }
}

async function openParts(
  options: SandboxOptions,
  { database, storage }: Pick<PlatformContext, 'database' | 'storage'>,
  now: () => Date,
) {
  const { dataFolder, accessTokenSeconds, host, allowedHosts } = options
  const issued = await database.selectFrom('certificates').limit(1).select('plantId').execute()
  const authority = await openCertificateAuthority(dataFolder, {
    now: now(),
    mayCreate: issued.length === 0,
  })
  return {
    database,
    storage,
    accessTokens: await openAccessTokens(dataFolder),
    accessTokenSeconds,
    isLoopback: isLoopback(host),
    // Elsewhere the demo users cannot sign in, and there is nothing that a page of another site could do.
    hosts: isLoopback(host) ? loopbackAnd([host, ...allowedHosts]) : anyHost(allowedHosts),
    now,
    vault: openVault(dataFolder, await newestSealedSecret(database)),
    authority,
    revocationList: new RevocationList(database, authority, now),
    mqttTokens: await openMqttTokens(dataFolder, now),
    credentialEvents: credentialEvents(),
    credentialUse: new CredentialUse(),
    refusedSignIns: new RefusedSignIns(),
    pageAnchors: new PageAnchors(),
    templateTexts: new TemplateTexts(),
    energyWithoutClient: simulatedEnergy,
  }
}

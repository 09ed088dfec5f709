import { serve } from '@hono/node-server'
import { mkdirSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type SandboxOptions, isLoopback } from './cli/options'
import { lockDataFolder } from './database/data-folder-lock'
import { openDatabase } from './database/open-database'
import { type Limits, httpApp } from './http/app'
import { openAccessTokens } from './oauth/access-tokens'
import { ensureDemoPeople } from './oauth/demo-users'
import type { PlatformContext } from './platform-context'
import { countAllPlants, seedDataFolder } from './seed/seed-data-folder'

/** A running platform. */
export interface RunningPlatform {
  url: string
  plants: number
  /** Answers what has begun, then closes everything. */
  stop: () => Promise<void>
}

/** The port is in use by another program. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'
}

/** What only tests set. */
export interface TestSettings {
  limits?: Limits
  now?: () => Date
}

/** Starts the platform on a data folder, which it fills when it is new. */
export async function startPlatform(
  options: SandboxOptions,
  settings: TestSettings = {},
): Promise<RunningPlatform> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  const unlock = lockDataFolder(options.dataFolder)
  try {
    const { stop, ...running } = await startLocked(options, settings)
    return { ...running, stop: () => stop().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function startLocked(
  options: SandboxOptions,
  { limits = {}, now = () => new Date() }: TestSettings,
): Promise<RunningPlatform> {
  const { database } = openDatabase(options.dataFolder)
  try {
    const platform: PlatformContext = {
      database,
      accessTokens: await openAccessTokens(options.dataFolder),
      accessTokenSeconds: options.accessTokenSeconds,
      isLoopback: isLoopback(options.host),
      now,
    }
    await ensureDemoPeople(database, platform.isLoopback, now())
    await seedDataFolder(database, { plants: options.plants, seed: options.seed, now: now() })
    const plants = await countAllPlants(database)
    const server = await listen(platform, options, limits)
    return {
      url: urlOf(server, options.host),
      plants,
      stop: async () => {
        await close(server)
        await database.destroy()
      },
    }
  } catch (error) {
    await database.destroy()
    throw error
  }
}

async function listen(
  platform: PlatformContext,
  { host, port, distFolder, testControl }: SandboxOptions,
  limits: Limits,
): Promise<Server> {
  const app = httpApp(platform, { distFolder, limits, testControl })
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch: app.fetch,
      hostname: host,
      port,
      createServer,
      serverOptions: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000 },
    }) as Server
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTakenError(
              `port ${port} is in use by another program; take another with --port`,
            )
          : error,
      ),
    )
  })
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  if (host === '127.0.0.1') return `http://localhost:${port}`
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Browsers keep connections open; those that are still busy after this are cut.
    setTimeout(() => server.closeAllConnections(), 2_000).unref()
  })
}

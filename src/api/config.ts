import * as z from 'zod/mini'
import { fetchWhole } from './client'

const urlSchema = z.string().check(z.minLength(1))
const [shortestIdleMinutes, longestIdleMinutes] = [0.1, 1440]
const idleWords = `must be a number from ${shortestIdleMinutes} to ${longestIdleMinutes}, or null for no time-out`

/** `config.json`, read at run time beside `index.html`. */
export const runtimeConfigSchema = z.object({
  apiBaseUrl: urlSchema,
  tokenUrl: urlSchema,
  revokeUrl: z.optional(urlSchema),
  clientId: z.string(),
  /** The way users sign in: with a password in a form of this application, or on a page of the authorization server. */
  auth: z._default(z.enum(['password', 'code']), 'password'),
  /** The page for `code`. */
  authorizeUrl: z.optional(urlSchema),
  scope: z.optional(z.string()),
  organizationId: z.optional(z.string()),
  /** The API documentation gives no unit for the energy totals. */
  energyUnit: z._default(z.string(), 'kWh'),
  /** Storage for tokens besides memory: none, or in this tab's `sessionStorage`. */
  persistSession: z._default(z.enum(['none', 'tab']), 'none'),
  idempotencyHeader: z._default(z.nullable(z.string()), 'Idempotency-Key'),
  /** Name of a command's sub-device field, which the API documentation omits; null hides it. */
  commandTargetKey: z._default(z.nullable(z.string()), null),
  docsUrl: z.optional(urlSchema),
  /** Minutes without use after which the session ends; null never ends it. */
  idleMinutes: z._default(
    z.nullable(
      z
        .number(idleWords)
        .check(z.minimum(shortestIdleMinutes, idleWords), z.maximum(longestIdleMinutes, idleWords)),
    ),
    null,
  ),
  /** Titles become part of the browser's history: `plain` leaves plants' names out of them. */
  titles: z._default(z.enum(['named', 'plain']), 'named'),
  /** Longer lists are not read as a whole; the list then shows the server's pages. */
  fleetLimit: z._default(z.int().check(z.minimum(0)), 100_000),
  fleetConcurrency: z._default(z.int().check(z.minimum(1), z.maximum(20)), 4),
  fleetPerMinute: z._default(z.int().check(z.minimum(1)), 600),
})
export type RuntimeConfig = z.infer<typeof runtimeConfigSchema>

/** Explains to the administrator why the dashboard can't start. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const limitMs = 10_000

/** Reads the runtime config; relative URLs are resolved against the file itself. Throws `ConfigError`. */
export async function loadConfig(url: string | URL): Promise<RuntimeConfig> {
  const response = await fetchWhole('config.json', url, { limitMs }).catch(() => {
    throw new ConfigError('config.json could not be loaded: the server did not respond.')
  })
  if (!response.ok)
    throw new ConfigError(`config.json could not be loaded: HTTP ${response.status}.`)
  let json: unknown
  try {
    json = JSON.parse(await response.text())
  } catch (error) {
    throw new ConfigError('config.json is not valid JSON.', { cause: error })
  }
  const parsed = z.safeParse(runtimeConfigSchema, json)
  if (parsed.data?.auth === 'code' && parsed.data.authorizeUrl === undefined)
    throw new ConfigError('config.json is not complete. authorizeUrl is needed for "auth": "code"')
  if (parsed.success) return withAbsoluteUrls(parsed.data, new URL(url, globalThis.location?.href))
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
  )
  throw new ConfigError(`config.json is not complete. ${problems.join('; ')}`)
}

function withAbsoluteUrls(config: RuntimeConfig, fileUrl: URL): RuntimeConfig {
  const absolute = { ...config }
  for (const name of ['apiBaseUrl', 'tokenUrl', 'revokeUrl', 'authorizeUrl', 'docsUrl'] as const) {
    const given = config[name]
    if (given === undefined) continue
    const url = URL.canParse(given, fileUrl) ? new URL(given, fileUrl) : undefined
    if (!url || !/^https?:$/.test(url.protocol)) {
      throw new ConfigError(`config.json cannot be used. ${name}: "${given}" is not a web address`)
    }
    absolute[name] = url.href
  }
  absolute.apiBaseUrl = absolute.apiBaseUrl.replace(/\/+$/, '')
  return absolute
}

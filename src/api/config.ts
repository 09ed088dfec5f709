import * as z from 'zod/mini'
import { fetchWhole } from './client'

const urlSchema = z.string().check(z.minLength(1))

/** `config.json`, read at run time beside `index.html`: what differs between deployments. */
export const runtimeConfigSchema = z.object({
  /** Base of the API, without a slash at the end; may be relative to the page. */
  apiBaseUrl: z.pipe(
    urlSchema,
    z.transform((url) => url.replace(/\/+$/, '')),
  ),
  tokenUrl: urlSchema,
  revokeUrl: z.optional(urlSchema),
  clientId: z.string(),
  /** Sent as `x-org-id`. */
  organizationId: z.optional(z.string()),
  /** The documents give the energy totals no unit. */
  energyUnit: z._default(z.string(), 'kWh'),
  /** Where the refresh token may be kept: nowhere, or in this tab's `sessionStorage`. */
  persistSession: z._default(z.enum(['none', 'tab']), 'none'),
  /** Null switches the header off. */
  idempotencyHeader: z._default(z.nullable(z.string()), 'Idempotency-Key'),
  /** Name of a command's sub-device field, which the documents do not print; null hides it. */
  commandTargetKey: z._default(z.nullable(z.string()), null),
  docsUrl: z.optional(urlSchema),
})
export type RuntimeConfig = z.infer<typeof runtimeConfigSchema>

/** Why the dashboard cannot start, in words for whoever runs it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const limitMs = 10_000

/** Reads and checks the runtime config. Throws `ConfigError`. */
export async function loadConfig(url: string | URL): Promise<RuntimeConfig> {
  const answer = await fetchWhole('config.json', url, { limitMs }).catch(() => {
    throw new ConfigError('config.json could not be loaded: the server did not answer.')
  })
  if (!answer.ok) throw new ConfigError(`config.json could not be loaded: HTTP ${answer.status}.`)
  let json: unknown
  try {
    json = JSON.parse(await answer.text())
  } catch (error) {
    throw new ConfigError('config.json is not valid JSON.', { cause: error })
  }
  const parsed = z.safeParse(runtimeConfigSchema, json)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
  )
  throw new ConfigError(`config.json is not complete. ${problems.join('; ')}`)
}

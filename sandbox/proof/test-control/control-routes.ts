import { type Context, Hono } from 'hono'
import * as z from 'zod/mini'
import type { ControlState } from './control-state'
import { type LivePlants, liveRequestSchema } from './live-plants'
import { plantColumnsSchema, toColumns } from './plant-columns'
import { addPlantHistory, plantHistorySchema } from './plant-history'
import { makeTestOrganization } from './test-organizations'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import { roles } from '#sandbox/platform/oauth/roles'
import type { PlatformContext } from '#sandbox/platform/platform-context'

const organizationSchema = z.strictObject({
  plants: z._default(z.int().check(z.minimum(0), z.maximum(100_000)), 0),
  seed: z._default(z.int(), 1),
  accessTokenSeconds: z._default(z.nullable(z.int().check(z.minimum(1))), null),
  rows: z._default(z.array(plantColumnsSchema), []),
})

const faultSchema = z.strictObject({
  organizationId: z.string(),
  method: z._default(z.string(), '*'),
  path: z.string(),
  kind: z.enum([
    'delay',
    'drop-before',
    'drop-after',
    'error-before',
    'error-after',
    'cut-body',
    'html',
    'response',
  ]),
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  delayMs: z._default(z.int().check(z.minimum(0), z.maximum(600_000)), 0),
  times: z._default(z.int().check(z.minimum(1)), 1),
})

/** Faults that return 200 by default. */
const okByDefault: ReadonlySet<string> = new Set(['html', 'response'])

/** Creates the routes of test control below `/_test`: test organizations, faults and the request log. */
export function controlRoutes(
  platform: PlatformContext,
  state: ControlState,
  livePlants: LivePlants,
): Hono {
  const app = new Hono()
  // A page of another site can send forms and plain text without asking, but not JSON.
  app.on(['POST', 'PUT', 'PATCH'], '*', async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (/^application\/json\s*(;|$)/i.test(type)) return next()
    return c.json({ message: 'Send application/json' }, 415)
  })
  app.post('/organizations', async (c) => {
    const request = await readBody(c, organizationSchema)
    return c.json(await makeTestOrganization(platform, request), 201)
  })
  app.patch('/organizations/:organizationId/plants/:plantId', async (c) => {
    const columns = toColumns(await readBody(c, plantColumnsSchema))
    const { numUpdatedRows } = await platform.database
      .updateTable('plants')
      .set(columns)
      .where('id', '=', c.req.param('plantId'))
      .where('organizationId', '=', c.req.param('organizationId'))
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n ? c.body(null, 204) : c.json({ message: 'plant not found' }, 404)
  })
  app.put('/organizations/:organizationId/plants/:plantId/live', async (c) => {
    const request = await readBody(c, liveRequestSchema)
    const failure = await livePlants.start(c.req.param(), request)
    return failure ? c.json(failure, failure.status) : c.body(null, 204)
  })
  app.delete('/organizations/:organizationId/plants/:plantId/live', async (c) => {
    await livePlants.end(c.req.param('plantId'))
    return c.body(null, 204)
  })
  app.post('/organizations/:organizationId/plants/:plantId/history', async (c) => {
    const history = await readBody(c, plantHistorySchema)
    await platform.database
      .transaction()
      .execute((tx) => addPlantHistory(tx, c.req.param(), history, platform.now()))
    return c.body(null, 204)
  })
  app.patch('/organizations/:organizationId/users/:username', async (c) => {
    const { role } = await readBody(c, z.strictObject({ role: z.enum(roles) }))
    const { numUpdatedRows } = await platform.database
      .updateTable('users')
      .set({ role })
      .where('username', '=', c.req.param('username'))
      .where('organizationId', '=', c.req.param('organizationId'))
      .executeTakeFirstOrThrow()
    return numUpdatedRows === 1n ? c.body(null, 204) : c.json({ message: 'user not found' }, 404)
  })
  app.post('/organizations/:organizationId/sessions/revoke', async (c) => {
    const users = platform.database
      .selectFrom('users')
      .where('organizationId', '=', c.req.param('organizationId'))
      .select('id')
    await platform.database
      .updateTable('sessions')
      .set({ revokedAt: platform.now().toISOString() })
      .where('userId', 'in', users)
      .where('revokedAt', 'is', null)
      .execute()
    return c.body(null, 204)
  })
  app.post('/faults', async (c) => {
    const { path, status, times, ...fault } = await readBody(c, faultSchema)
    const id = crypto.randomUUID()
    state.addFault({
      ...fault,
      id,
      path: new RegExp(path),
      status: status ?? (okByDefault.has(fault.kind) ? 200 : 500),
      timesLeft: times,
      cleared: new AbortController(),
    })
    return c.json({ id }, 201)
  })
  app.delete('/organizations/:organizationId/date', (c) => {
    state.hideDate(c.req.param('organizationId'))
    return c.body(null, 204)
  })
  app.delete('/faults', (c) => {
    state.clearFaults(c.req.query('organizationId') ?? '', c.req.query('id'))
    return c.body(null, 204)
  })
  app.get('/requests', (c) => c.json(state.requestsOf(c.req.query('organizationId') ?? '')))
  app.onError((error, c) => {
    const isTests = error instanceof z.core.$ZodError || error instanceof SyntaxError
    if (!isTests) logFailure(error, c.req)
    return c.json({ message: error.message }, isTests ? 400 : 500)
  })
  return app
}

async function readBody<T>(c: Context, schema: z.ZodMiniType<T, unknown>): Promise<T> {
  const text = await c.req.text()
  return z.parse(schema, text === '' ? {} : JSON.parse(text))
}

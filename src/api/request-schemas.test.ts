// Limits of the request schemas, field by field; paths of calls; the search for a serial number.
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { listCommandsQuerySchema } from './commands'
import { outcomeOf } from './errors'
import { deletePlant } from './plant-mutations'
import { type Plant, listPlantsQuerySchema } from './plant-schemas'
import { findPlantBySerialNumber } from './plant-search'
import { createPlantSchema, updatePlantSchema } from './plant-write-schemas'
import { plantPath } from './plants'
import { createQueryClient } from './query-client'
import seedExamples from './seed-examples.json'
import { sendCommand, sendCommandSchema } from './send-command'
import { mutate } from './test-operations'
import { failureOf, pointClientAt, respondWith, startServer } from './test-server'

const uuid = '7bc05553-4b68-44e8-b7bc-37be63c6d9e9'
const [plant] = seedExamples.listPlants[200].data
const create = { name: 'n', serialNumber: 's', type: 'SENSOR' }

function accepts(schema: z.ZodMiniType, value: unknown): boolean {
  return z.safeParse(schema, value).success
}

test.each([
  ['minimal values', {}],
  ['values of maximum length', { name: 'n'.repeat(100), serialNumber: 's'.repeat(50) }],
  ['every authMethod', { authMethod: 'PASSWORD' }],
  ['metadata as the text of an object', { metadata: '{"a":1}' }],
])('create accepts %s', (_what, over) => {
  expect(accepts(createPlantSchema, { ...create, ...over })).toBe(true)
})

test.each([
  ['an empty name', { name: '' }],
  ['a name of 101 characters', { name: 'n'.repeat(101) }],
  ['an empty serial number', { serialNumber: '' }],
  ['a serial number of 51 characters', { serialNumber: 's'.repeat(51) }],
  ['no type', { type: undefined }],
  ['another type', { type: 'REACTOR' }],
  ['another authMethod', { authMethod: 'NONE' }],
  ['metadata that is a list', { metadata: '[]' }],
  ['metadata that is not JSON', { metadata: '{a:1}' }],
  ['metadata that is null', { metadata: 'null' }],
])('create rejects %s', (_what, over) => {
  expect(accepts(createPlantSchema, { ...create, ...over })).toBe(false)
})

test.each([
  [{}, true],
  [{ externalPlantId: null, templateId: null }, true],
  [{ externalPlantId: 'x'.repeat(120), templateId: uuid, organizationId: uuid }, true],
  [{ externalPlantId: 'x'.repeat(121) }, false],
  [{ templateId: 'none' }, false],
  [{ organizationId: null }, false],
  [{ organizationId: 'x' }, false],
  [{ name: '' }, false],
  [{ serialNumber: 's'.repeat(51) }, false],
  [{ type: 'REACTOR' }, false],
])('update accepts %j: %s', (changes, isAccepted) => {
  expect(accepts(updatePlantSchema, changes)).toBe(isAccepted)
})

test.each([
  [{ command: 'reboot' }, true],
  [{ command: 'c'.repeat(255), payload: '{}', target: 'INV_1-A' }, true],
  [{ command: 'reboot', target: 'A'.repeat(32) }, true],
  [{ command: '' }, false],
  [{ command: 'c'.repeat(256) }, false],
  [{ command: 'reboot', target: 'A'.repeat(33) }, false],
  [{ command: 'reboot', target: 'inv1' }, false],
  [{ command: 'reboot', target: '' }, false],
  [{ command: 'reboot', target: 'INV1\n' }, false],
  [{ command: 'reboot', payload: '[]' }, false],
])('accepts the command %j: %s', (body, isAccepted) => {
  expect(accepts(sendCommandSchema, body)).toBe(isAccepted)
})

test.each([listPlantsQuerySchema, listCommandsQuerySchema])(
  'page queries are limited',
  (schema) => {
    expect(z.parse(schema, {})).toEqual({ page: 1, limit: 20 })
    const refused = [{ page: 0 }, { page: 1.5 }, { limit: 0 }, { limit: 101 }, { limit: '20' }]
    for (const query of refused) expect(accepts(schema, query)).toBe(false)
    expect(accepts(schema, { page: 1, limit: 100 })).toBe(true)
  },
)

test('the list can be filtered only by known methods', () => {
  expect(accepts(listPlantsQuerySchema, { authMethod: 'TOKEN' })).toBe(true)
  expect(accepts(listPlantsQuerySchema, { authMethod: 'token' })).toBe(false)
})

test('an untrusted id stays one segment of the path', () => {
  expect(plantPath('a/b?c#d%e', 'commands')).toBe('/plants/a%2Fb%3Fc%23d%25e/commands')
})

test.each(['', '.', '..', '\ud800'])(
  'an id that cannot be a segment (%j) is not sent',
  async (id) => {
    const server = await startServer((response) => respondWith(response, 200, { message: 'gone' }))
    pointClientAt(`${server.url}/api/v1`)
    const client = createQueryClient()
    onTestFinished(() => client.clear())
    const error = await failureOf(mutate(client, deletePlant, id))
    expect(outcomeOf(error)).toBe('not-sent')
    expect(server.received).toHaveLength(0)
  },
)

test('the target uses the configured name, and is omitted without one', async () => {
  const [command] = seedExamples.listCommands[200].data
  const server = await startServer((response) => respondWith(response, 201, command))
  pointClientAt(server.url)
  const client = createQueryClient()
  onTestFinished(() => client.clear())
  for (const targetKey of ['externalId', null]) {
    const body = { command: 'HOLD', target: 'INV1' }
    await mutate(client, sendCommand, { plantId: 'a', targetKey, body, notAfterMs: Infinity })
  }
  expect(server.received.map(({ body }) => body)).toEqual([
    '{"command":"HOLD","externalId":"INV1"}',
    '{"command":"HOLD"}',
  ])
})

function page(rows: unknown[], number: number, totalPages: number) {
  return { data: rows, meta: { page: number, limit: 100, total: totalPages * 100, totalPages } }
}

test('a serial number is searched page by page, past unreadable rows, until it is found', async () => {
  const wanted: Partial<Plant> = { ...plant, metadata: undefined, id: 'w', serialNumber: 'W-1' }
  const pages = [[{ ...plant, id: 'a' }], [{ broken: true }], [wanted], [{ ...plant, id: 'z' }]]
  const server = await startServer((response, _request, nth) =>
    respondWith(response, 200, page(pages[nth - 1] ?? [], nth, pages.length)),
  )
  pointClientAt(server.url)
  const { signal } = new AbortController()
  expect(await findPlantBySerialNumber('W-1', signal)).toMatchObject({
    plant: { id: 'w' },
    seen: 2,
    total: 400,
  })
  expect(server.received.map(({ url }) => url)).toEqual([
    '/plants?page=1&limit=100',
    '/plants?page=2&limit=100',
    '/plants?page=3&limit=100',
  ])
})

test('a search for a missing serial number ends, even when the pages never do', async () => {
  const server = await startServer((response, _request, nth) =>
    respondWith(response, 200, page(nth < 3 ? [{ ...plant, id: String(nth) }] : [], nth, 1e9)),
  )
  pointClientAt(server.url)
  const progress: number[] = []
  const { signal } = new AbortController()
  const found = await findPlantBySerialNumber('W-1', signal, (searched) => progress.push(searched))
  expect(found).toMatchObject({ plant: undefined, seen: 2 })
  expect(progress).toEqual([1, 2, 2])
})

test('a search continues while pages are full, and counts plants that move between pages once', async () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...plant, id: `p${from + index}` }))
  const pages = [rows(0, 100), rows(90, 100), rows(190, 5)]
  const server = await startServer((response, _request, nth) =>
    respondWith(response, 200, {
      data: pages[nth - 1] ?? [],
      meta: { page: 0, limit: 0, total: 200, totalPages: 0 },
    }),
  )
  pointClientAt(server.url)
  const found = await findPlantBySerialNumber('W-1', new AbortController().signal)
  expect(found).toMatchObject({ plant: undefined, seen: 195, total: 200 })
  expect(server.received).toHaveLength(3)
})

test('without meta, a search reports an unknown total until the end', async () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...plant, id: `p${from + index}` }))
  const pages = [rows(0, 100), rows(100, 7)]
  const server = await startServer((response, _request, nth) =>
    respondWith(response, 200, { data: pages[nth - 1] ?? [], meta: null }),
  )
  pointClientAt(server.url)
  const totals: unknown[] = []
  const found = await findPlantBySerialNumber('W-1', new AbortController().signal, (_, total) =>
    totals.push(total),
  )
  expect(totals).toEqual([undefined, 107])
  expect(found).toMatchObject({ plant: undefined, seen: 107, total: 107 })
})

test('a server that returns the same full page again is abandoned after the second', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ ...plant, id: `p${index}` }))
  const server = await startServer((response) => respondWith(response, 200, { data: rows }))
  pointClientAt(server.url)
  await findPlantBySerialNumber('W-1', new AbortController().signal)
  expect(server.received).toHaveLength(2)
})

test('a plant with an unreadable serial number does not count as seen', async () => {
  const rows = [
    { ...plant, id: 'a', serialNumber: 7 },
    { ...plant, id: 'b' },
  ]
  const server = await startServer((response) =>
    respondWith(response, 200, { data: rows, meta: { total: 2, totalPages: 1 } }),
  )
  pointClientAt(server.url)
  const found = await findPlantBySerialNumber('W-1', new AbortController().signal)
  expect(found).toMatchObject({ plant: undefined, seen: 1, total: 2 })
})

test('a full page with a duplicate plant is not the last one', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ ...plant, id: `p${index % 99}` }))
  const wanted = { ...plant, id: 'w', serialNumber: 'W-1' }
  const server = await startServer((response, _request, nth) =>
    respondWith(response, 200, { data: nth === 1 ? rows : [wanted], meta: null }),
  )
  pointClientAt(server.url)
  const found = await findPlantBySerialNumber('W-1', new AbortController().signal)
  expect(found).toMatchObject({ plant: { id: 'w' } })
})

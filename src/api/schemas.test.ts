// Responses that the schemas tolerate: unknown values, missing and broken fields, duplicate rows.
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { CertificateStats } from './certificates'
import { tolerant, tolerantList } from './fields'
import type { PlantListPage } from './plant-pages'
import seedExamples from './seed-examples.json'
import { reader } from './test-reader'
import { failureOf } from './test-server'
import { fc } from '@/lib/test-properties'

type Json = Record<string, unknown>

const [plant] = seedExamples.listPlants[200].data
const detail = seedExamples.getPlant[200]
const [command] = seedExamples.listCommands[200].data
const [atRisk] = seedExamples.getCertificateStats[200].atRiskPlants
const package_ = seedExamples.provisionPlant[200]
const meta = { page: 1, limit: 20, total: 1, totalPages: 1 }

/** The place of a row in each operation's response, and the fields the contract requires of it. */
const rows = [
  {
    operation: 'listPlants',
    row: plant,
    wrap: (row: unknown) => ({ data: [row], meta }),
    pick: (read: unknown) => (read as PlantListPage).plants[0],
    required: ['id', 'name', 'serialNumber', 'type', 'status', 'lifecycleStatus', 'authMethod'],
  },
  {
    operation: 'getPlant',
    row: detail,
    wrap: (row: unknown) => row,
    pick: (read: unknown) => read,
    required: ['id', 'name', 'serialNumber', 'type', 'status', 'lifecycleStatus', 'authMethod'],
  },
  {
    operation: 'listCommands',
    row: command,
    wrap: (row: unknown) => ({ data: [row], meta }),
    pick: (read: unknown) => (read as { data: unknown[] }).data[0],
    required: ['id', 'command'],
  },
  {
    operation: 'getCertificateStats',
    row: atRisk,
    wrap: (row: unknown) => ({ ...seedExamples.getCertificateStats[200], atRiskPlants: [row] }),
    pick: (read: unknown) => (read as CertificateStats).atRiskPlants?.items[0],
    required: ['id', 'name', 'serialNumber'],
  },
  {
    operation: 'getEnergyToday',
    row: seedExamples.getEnergyToday[200],
    wrap: (row: unknown) => row,
    pick: (read: unknown) => read,
    required: ['date'],
  },
  {
    operation: 'issueMqttToken',
    row: seedExamples.issueMqttToken[200],
    wrap: (row: unknown) => row,
    pick: (read: unknown) => read,
    required: ['token'],
  },
  {
    operation: 'rotateSecret',
    row: seedExamples.rotateSecret[200],
    wrap: (row: unknown) => row,
    pick: (read: unknown) => read,
    required: ['hmacSecret'],
  },
]

test.each(rows)('$operation accepts null or nothing in every optional field', async (given) => {
  const read = await reader(given.operation)
  const optional = Object.keys(given.row ?? {}).filter((name) => !given.required.includes(name))
  const nulls = Object.fromEntries(optional.map((name) => [name, null]))
  const bare = Object.entries(given.row ?? {}).filter(([name]) => given.required.includes(name))
  const withNulls = given.pick(await read(given.wrap({ ...given.row, ...nulls })))
  expect(withNulls).toEqual({ ...given.row, ...nulls })
  const without = given.pick(await read(given.wrap(Object.fromEntries(bare))))
  expect(without).toMatchObject(Object.fromEntries(bare))
})

/** Returns a plant as the schemas read it: its lists have a number of unreadable items. */
function asRead(row: Json): Json {
  const lists = ['alerts', 'plantGroups'].filter((name) => Array.isArray(row[name]))
  return { ...row, ...Object.fromEntries(lists.map((name) => [name, listOf(row[name])])) }
}

const listOf = (items: unknown) => ({ items, unreadable: 0 })

test.each(rows)('$operation keeps a row with any one broken field', async (given) => {
  const read = await reader(given.operation)
  const kept = new Set(['id', 'token', 'hmacSecret', 'date'])
  const names = Object.keys(given.row ?? {}).filter((name) => !kept.has(name))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
      const found = given.pick(await read(given.wrap({ ...given.row, [name]: value })))
      const untouched = asRead({ ...given.row, metadata: '{}', payload: '{}', response: '{}' })
      const others = names.filter((other) => other !== name)
      for (const other of others) {
        expect((found as Json)[other]).toEqual(untouched[other])
      }
    }),
  )
})

test.each([
  ['another port', { mqtt: { ...package_.mqtt, port: '8883' } }],
  ['no broker', { mqtt: null }],
  ['odd topics', { mqtt: { ...package_.mqtt, topics: ['a'] } }],
  ['an odd protocol', { protocol: 'MQTT 5' }],
  ['no authMethod', { authMethod: null }],
  ['an odd certificate', { security: { ...package_.security, caCert: ['PEM'] } }],
])('a package with %s still shows its secrets, which are sent only once', async (_what, broken) => {
  const read = await reader('provisionPlant')
  expect(await read({ ...package_, ...broken })).toMatchObject({
    plantId: package_.plantId,
    security: { clientKey: 'string', hmacSecret: 'string' },
  })
})

test('credentials of another shape are kept as JSON text, because they are sent only once', async () => {
  const read = await reader('provisionPlant')
  const security = { ...package_.security, hmacSecret: { value: 'x' }, clientKey: ['a'], pin: [1] }
  expect(await read({ ...package_, security })).toMatchObject({
    security: { hmacSecret: '{"value":"x"}', clientKey: '["a"]', pin: [1] },
  })
  for (const odd of ['all in one', ['a', 'b']]) {
    expect(await read({ ...package_, security: odd })).toMatchObject({
      security: { security: odd },
    })
  }
})

test('a package keeps undocumented fields', async () => {
  const read = await reader('provisionPlant')
  const security = { ...package_.security, username: 'plc-1', password: 'x' }
  expect(await read({ ...package_, security })).toMatchObject({ security })
})

test('certificate figures are kept when the next renewal is unreadable', async () => {
  const read = await reader('getCertificateStats')
  const stats = { ...seedExamples.getCertificateStats[200], expired: 3, nextRenewalAt: 5 }
  expect(await read(stats)).toMatchObject({ expired: 3, nextRenewalAt: null })
})

test('undocumented enum values are kept as received', async () => {
  const read = await reader('getPlant')
  const words = {
    type: 'REACTOR',
    status: 'HALF',
    lifecycleStatus: 'ON_LOAN',
    authMethod: 'PIGEON',
  }
  const alerts = [{ ...detail.alerts[0], severity: 'APOCALYPSE', status: '', type: 'X' }]
  expect(await read({ ...detail, ...words, alerts, esiState: '?' })).toMatchObject({
    ...words,
    alerts: { items: alerts, unreadable: 0 },
    esiState: '?',
  })
})

test.each(['', '0000-00-00T00:00:00Z', '9999-12-31T23:59:59.999Z', 'yesterday'])(
  'a time of %j is kept for display',
  async (time) => {
    const read = await reader('listPlants')
    const row = { ...plant, lastSeenAt: time, certificateExpiresAt: time }
    expect(await read({ data: [row], meta })).toMatchObject({ plants: [{ lastSeenAt: time }] })
  },
)

test('rows without a readable id are counted, and the others kept', async () => {
  const read = await reader('listPlants')
  const data = [{ ...plant, id: undefined }, { ...plant, id: 5 }, null, 'row', [], plant]
  expect(await read({ data, meta })).toMatchObject({
    unreadableRows: 5,
    plants: [{ id: plant?.id }],
  })
})

test('a duplicate plant is listed once, at its first position with its last values', async () => {
  const read = await reader('listPlants')
  const data = [
    { ...plant, id: 'a', name: 'old' },
    { ...plant, id: 'b' },
    { ...plant, id: 'a', name: 'new' },
  ]
  const { plants, unreadableRows } = (await read({ data, meta })) as PlantListPage
  expect(plants.map(({ id, name }) => `${id} ${name}`)).toEqual(['a new', 'b string'])
  expect(unreadableRows).toBe(0)
})

test('an empty fleet has a meta of zeros', async () => {
  const read = await reader('listPlants')
  const zeros = { page: 0, limit: 0, total: 0, totalPages: 0 }
  expect(await read({ data: [], meta: zeros })).toEqual({
    plants: [],
    unreadableRows: 0,
    rows: 0,
    meta: { total: 0, totalPages: 1, hasNext: false },
  })
})

test.each([
  ['listPlants', { plants: [] }],
  ['listPlants', { data: null, meta }],
  ['getPlant', { ...detail, id: null }],
  ['createPlant', {}],
  ['sendCommand', { command: 'reboot' }],
  ['provisionPlant', { plantId: 'a' }],
  ['rotateSecret', { gracePeriodMinutes: 60 }],
  ['issueMqttToken', { expiresAt: null }],
  ['suspendPlant', {}],
])('%s without its essential fields is a contract error: %j', async (operation, body) => {
  const read = await reader(operation)
  expect(await failureOf(read(body))).toMatchObject({ name: 'ContractError', operation })
})

test('tolerant checks each field only against its own schema, and keeps required ones', () => {
  const schema = tolerant(
    z.object({ id: z.string(), size: z.nullish(z.int()), name: z.string() }),
    { name: '?' },
  )
  expect(z.parse(schema, { id: 'a', size: 'big', name: 1 })).toEqual({
    id: 'a',
    size: null,
    name: '?',
    unreadable: ['size', 'name'],
  })
  expect(z.parse(schema, { id: 'a', size: null })).toEqual({ id: 'a', size: null, name: '?' })
  expect(z.safeParse(schema, { size: 1, name: 'a' }).success).toBe(false)
  expect(z.parse(tolerantList(schema), [{ id: 'a', name: 'b' }, null, {}])).toEqual({
    items: [{ id: 'a', name: 'b' }],
    unreadable: 2,
  })
})

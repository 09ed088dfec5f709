// Unreadable values are named and do not affect anything else.
import { expect, test } from 'vitest'
import seedExamples from './seed-examples.json'
import { runOperation } from './test-operations'
import { reader } from './test-reader'
import { failureOf, pointClientAt, respondWith, startServer } from './test-server'

const [plant] = seedExamples.listPlants[200].data
const detail = seedExamples.getPlant[200]
const [alert] = detail.alerts

test('a plant names unreadable values, but not missing or null ones', async () => {
  const read = await reader('listPlants')
  const row = { ...plant, name: 5, lastSeenAt: 1_700_000_000, metadata: 'x', status: undefined }
  const found = await read({ data: [{ ...row, certificateExpiresAt: null }] })
  expect(found).toMatchObject({
    plants: [
      {
        name: '',
        status: '',
        lastSeenAt: null,
        certificateExpiresAt: null,
        unreadable: ['name', 'lastSeenAt', 'metadata'],
      },
    ],
  })
  const [sound] = ((await read({ data: [plant] })) as { plants: object[] }).plants
  expect(sound).not.toHaveProperty('unreadable')
})

test.each([
  [[null], { items: [], unreadable: 1 }],
  [[null, alert], { items: [{ id: alert?.id }], unreadable: 1 }],
  [[], { items: [], unreadable: 0 }],
  [[{ ...alert, createdAt: 5 }], { items: [{ unreadable: ['createdAt'] }], unreadable: 0 }],
  [null, null],
])('the unreadable alerts of %j are counted', async (alerts, found) => {
  const read = await reader('getPlant')
  const plantRead = (await read({ ...detail, alerts })) as { unreadable?: string[] }
  expect(plantRead).toMatchObject({ alerts: found })
  expect(plantRead.unreadable).toBeUndefined()
})

test('alerts that are not a list are unreadable, not missing', async () => {
  const read = await reader('getPlant')
  expect(await read({ ...detail, alerts: 'text' })).toMatchObject({
    alerts: null,
    unreadable: ['alerts'],
  })
  const { alerts: _, ...without } = detail
  expect(await read(without)).not.toHaveProperty('alerts')
})

test('a template without a readable id keeps its signals', async () => {
  const read = await reader('getPlant')
  const template = { ...detail.template, id: 7, actions: 'none' }
  expect(await read({ ...detail, template })).toMatchObject({
    template: { id: '', signals: detail.template.signals, unreadable: ['id', 'actions'] },
  })
})

test('one unreadable figure does not affect the others or the plants at risk', async () => {
  const read = await reader('getCertificateStats')
  const stats = seedExamples.getCertificateStats[200]
  const [atRisk] = stats.atRiskPlants
  expect(await read({ ...stats, active: 'many', atRiskPlants: [atRisk, null] })).toMatchObject({
    active: null,
    expired: stats.expired,
    unreadable: ['active'],
    atRiskPlants: { items: [{ id: atRisk?.id }], unreadable: 1 },
  })
})

test('one unreadable total does not affect the others, and an unreadable day affects no total', async () => {
  const read = await reader('getEnergyToday')
  const day = { date: 20_260_301, produced: 'a lot', imported: 2, exported: null }
  expect(await read(day)).toEqual({
    ...day,
    date: '',
    produced: null,
    unreadable: ['date', 'produced'],
  })
})

test('a port sent as text is accepted', async () => {
  const read = await reader('provisionPlant')
  const given = seedExamples.provisionPlant[200]
  const mqtt = { ...given.mqtt, port: '1884' }
  expect(await read({ ...given, mqtt })).toMatchObject({ mqtt: { port: 1884 } })
})

test('an error keeps its code and message when another field is unreadable', async () => {
  const server = await startServer((response) =>
    respondWith(response, 409, { code: 'CONFLICT', message: 'taken', error: null }),
  )
  pointClientAt(server.url)
  expect(await failureOf(runOperation('createPlant'))).toMatchObject({
    name: 'ApiError',
    code: 'CONFLICT',
    message: 'taken',
  })
})

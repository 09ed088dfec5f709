import { describe, expect, test, vi } from 'vitest'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import { commandSuite } from '#sandbox/proof/testing/command-suite'
import { ListeningPlant, connectPlant } from '#sandbox/proof/testing/plant-client'

const { suite, issued, latest, contact } = commandSuite()

test('delivers a signed command and logs its ack', async () => {
  const plant = await contact()
  const payload = '{ "powerKw": 50,  "durationMin": 30.0 }'
  const response = await suite.admin.command(
    issued().plantId,
    `{"command":"CHARGE","payload":${payload}}`,
  )
  expect(response.status).toBe(201)
  expect(response.json).toMatchObject({ command: 'CHARGE', sentAt: expect.any(String) })
  expect(response.text).toContain(payload)

  const message = await plant.next()
  expect(message).toEqual({
    cmdId: response.json.cmdId,
    ts: suite.clockMs,
    action: 'CHARGE',
    payload: { powerKw: 50, durationMin: 30 },
    sig: signCommand(issued().security.hmacSecret, issued().plantId, message),
  })
  expect(await latest()).toMatchObject({ ackedAt: null, responseStatus: null, response: null })
  suite.clockMs += 1500
  await plant.ack(message, { data: { accepted: true } })
  expect(await latest()).toMatchObject({
    cmdId: message.cmdId,
    responseStatus: 'OK',
    response: { st: 'OK', data: { accepted: true } },
    ackedAt: new Date(suite.clockMs).toISOString(),
  })
})

test('logs an error as the plant’s response', async () => {
  const plant = await contact()
  await suite.admin.command(issued().plantId, { command: 'HOLD' })
  await plant.ack(await plant.next(), { st: 'ERROR', err: 'BUSY', msg: 'The battery is too warm' })
  expect(await latest()).toMatchObject({
    responseStatus: 'ERROR',
    response: { err: 'BUSY', msg: 'The battery is too warm' },
  })
})

describe('does not deliver a command', () => {
  test('to a disconnected plant, even after it reconnects', async () => {
    const { status, json } = await suite.admin.command(issued().plantId, { command: 'HOLD' })
    expect([status, json.sentAt]).toEqual([201, null])
    // Requests a session that would have kept the command.
    const plant = await ListeningPlant.start(issued(), { clean: false })
    await plant.end()
    await vi.waitFor(async () =>
      expect((await suite.admin.plant(issued().plantId)).status).toBe('OFFLINE'),
    )
    await suite.admin.command(issued().plantId, { command: 'DEFAULT' })
    const again = await ListeningPlant.start(issued(), { clean: false })
    await suite.admin.command(issued().plantId, { command: 'GET_INFO' })
    expect(await again.next()).toMatchObject({ action: 'GET_INFO' })
    expect(plant.received).toEqual([])
    expect(again.received).toHaveLength(1)
    const [third, second, first] = await suite.admin.history(issued().plantId)
    expect([first?.sentAt, second?.sentAt]).toEqual([null, null])
    expect(third?.sentAt).toEqual(expect.any(String))
  })

  test('to a connected plant that is not subscribed', async () => {
    await connectPlant(issued())
    const { json } = await suite.admin.command(issued().plantId, { command: 'HOLD' })
    expect(json.sentAt).toBeNull()
  })
})

describe('refuses, without logging a command,', () => {
  test.each([
    ['an unknown action', { command: 'EXPLODE' }, /command: /],
    ['a target that the plant has not reported', { command: 'HOLD', target: 'BAT1' }, /target: /],
    ['a duplicate key', '{"command":"HOLD","payload":{"a":1,"a":2}}', /payload: .*"a"/],
    [
      'a number with too many digits',
      '{"command":"HOLD","payload":{"a":12345678901234567890}}',
      /payload: /,
    ],
    [
      'half a surrogate pair',
      '{"command":"HOLD","payload":{"a":"\\ud800"}}',
      /payload: .*surrogate/,
    ],
    ['a payload that is not an object', { command: 'HOLD', payload: [1] }, /payload: /],
    ['more than 8 KiB', { command: 'HOLD', payload: { a: 'x'.repeat(8200) } }, /8192 bytes/],
  ])('%s', async (_name, body, detail) => {
    const { status, json } = await suite.admin.command(issued().plantId, body)
    expect([status, json.code]).toEqual([400, 'BAD_REQUEST'])
    expect((json.details as string[]).join()).toMatch(detail)
    expect(await suite.admin.history(issued().plantId)).toEqual([])
  })

  test('a suspended plant', async () => {
    await contact()
    await suite.admin.send('POST', `/${issued().plantId}/suspend`)
    const { status, json } = await suite.admin.command(issued().plantId, { command: 'HOLD' })
    expect([status, json.message]).toEqual([400, expect.stringContaining('SUSPENDED')])
  })
})

test('includes a reported target in the message', async () => {
  const plant = await contact()
  const session = await connectPlant(issued(), { clientId: `${issued().plantId}-2` })
  const status = { ts: suite.clockMs, state: 'online', devices: ['E1', 'BAT1'] }
  await session.publishAsync(issued().mqtt.topics.status, JSON.stringify(status), { qos: 1 })
  const { json } = await suite.admin.command(issued().plantId, { command: 'HOLD', target: 'BAT1' })
  expect(json.target).toBe('BAT1')
  expect(await plant.next()).toMatchObject({ target: 'BAT1' })
})

test('sends once and repeats the first response for the same Idempotency-Key', async () => {
  const plant = await contact()
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const first = await suite.admin.command(issued().plantId, { command: 'HOLD' }, headers)
  await plant.ack(await plant.next())
  const again = await suite.admin.command(issued().plantId, { command: 'HOLD' }, headers)
  expect(again.text).toBe(first.text)
  expect(first.json.sentAt).toEqual(expect.any(String))
  await suite.admin.command(issued().plantId, { command: 'DEFAULT' })
  expect(await plant.next()).toMatchObject({ action: 'DEFAULT' })
  expect(plant.received).toHaveLength(2)
  expect(await suite.admin.history(issued().plantId)).toHaveLength(2)
})

test('pages the history, newest first', async () => {
  for (const command of ['HOLD', 'DEFAULT', 'GET_INFO']) {
    await suite.admin.command(issued().plantId, { command })
  }
  const { json } = await suite.admin.send('GET', `/${issued().plantId}/commands?page=2&limit=2`)
  expect(json.meta).toEqual({ page: 2, limit: 2, total: 3, totalPages: 2 })
  expect((json.data as { command: string }[]).map(({ command }) => command)).toEqual(['HOLD'])
})

import { expect, onTestFinished, test, vi } from 'vitest'
import { steadyBehaviour } from './behaviour'
import type { PlantEvent } from './plant-event'
import { SimulatedPlant, type SimulatedPlantOptions } from './simulated-plant'
import { signAck } from '#sandbox/platform/protocol/signatures'
import { PlainBroker } from '#sandbox/world/field/testing/plain-broker'
import { plantId, roof, samplePackage, secret } from '#sandbox/world/field/testing/sample-plant'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'

const soon = { timeout: 5000, interval: 10 }
// Plants in these tests acknowledge immediately and send few samples apart from those requested by commands.
const behaviour = { ...steadyBehaviour, ackDelayMs: 0, intervalMs: hourMs }

/** Starts a plant on its own broker and waits for its first telemetry. */
async function running(more: Partial<SimulatedPlantOptions> = {}) {
  const broker = await PlainBroker.start()
  const events: PlantEvent[] = []
  const onEvent = (event: PlantEvent) => void events.push(event)
  const plant = new SimulatedPlant({
    package: samplePackage(),
    site: roof,
    behaviour,
    seed: 7,
    rebootMs: 20,
    connect: broker.connect,
    onEvent,
    ...more,
  })
  onTestFinished(() => plant.stop())
  const count = (kind: PlantEvent['kind']) => events.filter((event) => event.kind === kind).length
  const seen = (kind: PlantEvent['kind'], times = 1) =>
    vi.waitFor(() => expect(count(kind)).toBeGreaterThanOrEqual(times), soon)
  plant.start()
  await seen('telemetry')
  return { broker, plant, events, count, seen }
}

async function nthAck(broker: PlainBroker, times = 1) {
  await vi.waitFor(() => expect(broker.acks(plantId)).toHaveLength(times), soon)
  return broker.acks(plantId)[times - 1]
}

test('sends its status, the samples since midnight and current telemetry', async () => {
  const { broker, plant } = await running({ now: () => Date.UTC(2026, 5, 21, 12, 1) })
  const dayStartMs = Date.UTC(2026, 5, 21)
  expect(plant.isConnected).toBe(true)
  expect(broker.statuses(plantId)).toEqual([
    {
      ts: dayStartMs + dayMs / 2 + minuteMs,
      state: 'online',
      firmware: expect.any(String),
      devices: ['E1', 'R1', 'INV1', 'BAT1'],
    },
  ])
  const samples = broker.samples(plantId)
  // Every five minutes from 00:00 to 12:00, plus the current sample.
  expect(samples).toHaveLength(12 * 12 + 1 + 1)
  expect(samples.map(({ ts }) => ts)).toEqual(samples.map(({ ts }) => ts).toSorted((a, b) => a - b))
  expect(samples[0]?.ts).toBe(dayStartMs)
  expect(samples[0]?.values.pvPowerKw).toBe(0)
  expect(samples.at(-1)?.values).toMatchObject({ voltage: expect.any(Number) })
})

test('sends no backlog without memory', async () => {
  const { broker, count } = await running({ behaviour: { ...behaviour, hasMemory: false } })
  expect(count('backlog')).toBe(0)
  await vi.waitFor(() => expect(broker.samples(plantId)).toHaveLength(1), soon)
})

test('runs a signed command and signs the ack', async () => {
  const { broker, seen } = await running()
  await broker.send(plantId, secret, {
    cmdId: 'one',
    action: 'CHARGE',
    payload: { powerKw: 20, durationMin: 30 },
    target: 'BAT1',
  })
  const ack = await nthAck(broker)
  if (!ack) throw new Error('no ack')
  expect(ack).toMatchObject({ cmdId: 'one', st: 'OK' })
  expect(ack.sig).toBe(signAck(secret, plantId, ack))
  await broker.send(plantId, secret, { action: 'SET_TELEMETRY_INTERVAL', payload: { seconds: 1 } })
  await seen('telemetry', 2)
  expect(broker.samples(plantId).at(-1)?.values.batteryPowerKw).toBe(20)
})

test('refuses forged and expired commands', async () => {
  const { broker } = await running()
  await broker.send(plantId, 'another secret', { action: 'GET_INFO' })
  expect(await nthAck(broker)).toMatchObject({ st: 'ERROR', err: 'BAD_SIGNATURE' })
  await broker.send(plantId, secret, { action: 'GET_INFO', ts: Date.now() - 61_000 })
  expect(await nthAck(broker, 2)).toMatchObject({ st: 'ERROR', err: 'EXPIRED' })
})

test('ignores a repeated command', async () => {
  const { broker, seen } = await running()
  await broker.send(plantId, secret, { cmdId: 'again', action: 'GET_INFO' })
  await nthAck(broker)
  await broker.send(plantId, secret, { cmdId: 'again', action: 'GET_INFO' })
  await seen('ignored')
  await broker.send(plantId, secret, { cmdId: 'next', action: 'GET_INFO' })
  await nthAck(broker, 2)
  expect(broker.acks(plantId).map(({ cmdId }) => cmdId)).toEqual(['again', 'next'])
})

test('ignores messages that are not commands', async () => {
  const { broker, seen } = await running()
  for (const text of ['{', '[]', '{"cmdId":"a","cmdId":"b"}', `"${'x'.repeat(9000)}"`]) {
    await broker.say(`cpi/${plantId}/commands`, text)
  }
  await seen('ignored', 4)
  expect(broker.acks(plantId)).toEqual([])
})

test('runs commands even if it never acknowledges them', async () => {
  const { broker, seen } = await running({ behaviour: { ...behaviour, ack: 'never' } })
  await broker.send(plantId, secret, { action: 'SET_TELEMETRY_INTERVAL', payload: { seconds: 1 } })
  await seen('telemetry', 2)
  expect(broker.acks(plantId)).toEqual([])
})

test('acknowledges a reboot command before it disconnects and reconnects', async () => {
  const { broker, seen } = await running()
  await broker.send(plantId, secret, { action: 'reboot' })
  expect(await nthAck(broker)).toMatchObject({ st: 'OK' })
  await seen('down')
  await seen('telemetry', 2)
  const states = broker.statuses(plantId).map(({ state, reason }) => [state, reason])
  expect(states).toEqual([
    ['online', undefined],
    ['offline', 'rebooting'],
    ['online', undefined],
  ])
  // Samples are not sent twice.
  const times = broker.samples(plantId).map(({ ts }) => ts)
  expect(new Set(times).size).toBe(times.length)
})

test('leaves its last will and reconnects after the connection breaks', async () => {
  const { broker, seen } = await running()
  broker.cutAll()
  await seen('down')
  await seen('ready', 2)
  const wills = broker.statuses(plantId).filter(({ reason }) => reason === 'connection lost')
  expect(wills).toMatchObject([{ state: 'offline' }])
})

test('reconnects with wrong credentials first and then with the right ones', async () => {
  const broker = await PlainBroker.start()
  broker.password = 'right'
  const events: PlantEvent[] = []
  const dropping = { dropsOff: { everyMs: 50, forMs: 5 }, wrongCredentialChance: 1 }
  const plant = new SimulatedPlant({
    package: samplePackage(),
    site: roof,
    seed: 3,
    connect: broker.connect,
    behaviour: { ...behaviour, ...dropping },
    onEvent: (event) => void events.push(event),
  })
  onTestFinished(() => plant.stop())
  plant.start()
  const kinds = () => events.map(({ kind }) => kind)
  await vi.waitFor(() => expect(kinds().filter((kind) => kind === 'ready')).toHaveLength(2), soon)
  const attempts = events.filter((event) => event.kind === 'connecting')
  expect(attempts.slice(0, 3).map(({ isWrong }) => isWrong)).toEqual([false, true, false])
  expect(events.find((event) => event.kind === 'failed')).toMatchObject({
    failure: { kind: 'refused' },
  })
})

test('uses a rotated secret immediately and still accepts the previous one', async () => {
  const { broker, plant, count } = await running()
  await plant.install(samplePackage({ hmacSecret: 'the new one' }))
  await broker.send(plantId, secret, { action: 'GET_INFO' })
  const first = await nthAck(broker)
  await broker.send(plantId, 'the new one', { action: 'GET_INFO' })
  const second = await nthAck(broker, 2)
  for (const ack of [first, second]) {
    expect(ack?.st).toBe('OK')
    expect(ack?.sig).toBe(ack && signAck('the new one', plantId, ack))
  }
  expect(count('connecting')).toBe(1)
})

test('reconnects with new credentials', async () => {
  const { broker, plant, seen } = await running()
  broker.password = 'newer'
  await plant.install(samplePackage({ password: 'newer', hmacSecret: 'newer secret' }))
  await seen('ready', 2)
  await broker.send(plantId, secret, { action: 'GET_INFO' })
  expect(await nthAck(broker)).toMatchObject({ err: 'BAD_SIGNATURE' })
})

test('disconnects and cleans up on stop, at any moment', async () => {
  const { broker, plant } = await running({ behaviour: { ...behaviour, ackDelayMs: minuteMs } })
  await broker.send(plantId, secret, { action: 'reboot' })
  const timers = () =>
    process.getActiveResourcesInfo().filter((kind) => /Timeout|TCPSocketWrap/.test(kind)).length
  await plant.stop()
  expect(plant.isConnected).toBe(false)
  expect(broker.statuses(plantId).at(-1)).toMatchObject({ state: 'offline', reason: 'stopped' })
  await vi.waitFor(() => expect(broker.connectedClients).toBe(0), soon)
  const left = timers()
  // Stopping while connecting must not leave anything behind either.
  plant.start()
  await plant.stop()
  plant.start()
  await vi.waitFor(() => expect(plant.isConnected).toBe(true), soon)
  await Promise.all([plant.install(samplePackage({ password: 'other' })), plant.stop()])
  await vi.waitFor(() => expect(broker.connectedClients).toBe(0), soon)
  expect(timers()).toBeLessThanOrEqual(left)
})

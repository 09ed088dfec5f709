import { describe, expect, test, vi } from 'vitest'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { closed, connectPlant } from '#sandbox/proof/testing/plant-client'

const suite = adminSuite()

describe('topics', () => {
  test.each([
    ["another plant's topic", 'cpi/00000000-0000-4000-8000-000000000000/telemetry'],
    ['its own commands topic', 'own commands'],
    ['a topic below its own', 'own below'],
    ['the broker’s', '$SYS/broker/clients'],
  ])('closes the session when a plant publishes to %s', async (_name, topic) => {
    const issued = await suite.admin.newPackage()
    const session = await connectPlant(issued)
    const { commands, telemetry } = issued.mqtt.topics
    const real = { 'own commands': commands, 'own below': `${telemetry}/x` }[topic] ?? topic
    session.publish(real, '{}', { qos: 1 })
    await closed(session)
  })

  test.each([
    '#',
    'cpi/#',
    'cpi/+/commands',
    'cpi/{id}/#',
    'cpi/{id}/+',
    '$SYS/#',
    'cpi/{other}/commands',
    'cpi/{id}/telemetry',
    'cpi/{id}/ack',
  ])('refuses a subscription to %s', async (filter) => {
    const issued = await suite.admin.newPackage()
    const session = await connectPlant(issued)
    const topic = filter
      .replace('{id}', issued.plantId)
      .replace('{other}', '00000000-0000-4000-8000-000000000000')
    const granted = await session
      .subscribeAsync(topic, { qos: 1 })
      .then((list) => list[0]?.qos as number | undefined)
      .catch(() => 128)
    expect(granted).toBe(128)
  })

  test('closes the session after an oversized message', async () => {
    const issued = await suite.admin.newPackage()
    const session = await connectPlant(issued)
    session.publish(issued.mqtt.topics.telemetry, Buffer.alloc(20_000, 32), { qos: 1 })
    await closed(session)
  })

  test('logs an invalid message once, without changing the plant or closing the session', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const issued = await suite.admin.newPackage()
    const session = await connectPlant(issued)
    const { telemetry, status, ack } = issued.mqtt.topics
    for (const topic of [telemetry, status, ack]) {
      await session.publishAsync(topic, 'not JSON', { qos: 1 })
      await session.publishAsync(topic, '{"ts":"now"}', { qos: 1 })
    }
    const members = `"cmdId":"c","st":"OK","ts":1,"n":"n","sig":"s"`
    const deep = `{"a":`.repeat(2_000) + '1' + '}'.repeat(2_000)
    for (const data of ['{"a":1e999}', String.raw`{"a":"\ud800"}`, '{"a":1,"a":2}', deep]) {
      await session.publishAsync(ack, `{${members},"data":${data}}`, { qos: 1 })
    }
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(issued.plantId))
    expect(session.connected).toBe(true)
    expect(await suite.admin.plant(issued.plantId)).toMatchObject({
      authFailureCount: 0,
      status: 'ONLINE',
    })
  })
})

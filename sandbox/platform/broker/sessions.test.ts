import { type IConnackPacket, connect } from 'mqtt'
import { once } from 'node:events'
import { connect as connectTls } from 'node:tls'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { closed, connectPlant, optionsOf, urlOf } from '#sandbox/proof/testing/plant-client'

const suite = adminSuite()

test('keeps no session, even for clients that request one', async () => {
  const issued = await suite.admin.newPackage()
  const first = await connectPlant(issued, { clean: false })
  await first.subscribeAsync(issued.mqtt.topics.commands, { qos: 1 })
  await first.endAsync()
  const again = connect(urlOf(issued), { ...optionsOf(issued), clean: false })
  onTestFinished(() => again.endAsync(true).then(() => undefined))
  const { sessionPresent } = await new Promise<IConnackPacket>((resolve) =>
    again.once('connect', resolve),
  )
  expect(sessionPresent).toBe(false)
})

test('cleans up after a session that ends immediately', async () => {
  const issued = await suite.admin.newPackage('PASSWORD')
  const { username, password = '' } = issued.security
  const connectPacket = packet(0x10, [
    ...text('MQTT'),
    4,
    0xc2,
    0,
    30,
    ...text(issued.plantId),
    ...text(username),
    ...text(password),
  ])
  const socket = connectTls({
    host: 'localhost',
    port: suite.platform.mqttPort,
    ca: issued.security.caCert,
  })
  socket.on('error', () => undefined).resume()
  await once(socket, 'secureConnect')
  const ended = once(socket, 'close')
  // CONNECT and DISCONNECT in a single write.
  socket.write(Buffer.from([...connectPacket, 0xe0, 0]))
  await ended
  await vi.waitFor(async () =>
    expect(await suite.admin.plant(issued.plantId)).toMatchObject({
      lifecycleStatus: 'ACTIVE',
      status: 'OFFLINE',
    }),
  )
  const session = await connectPlant(issued)
  await vi.waitFor(async () =>
    expect((await suite.admin.plant(issued.plantId)).status).toBe('ONLINE'),
  )
  await session.endAsync()
  await vi.waitFor(async () =>
    expect((await suite.admin.plant(issued.plantId)).status).toBe('OFFLINE'),
  )
})

/** Builds an MQTT packet with a body shorter than 128 bytes. */
function packet(kind: number, body: readonly number[]): number[] {
  return [kind, body.length, ...body]
}
function text(value: string): number[] {
  return [0, value.length, ...Buffer.from(value)]
}

describe('closes a live session within one second', () => {
  async function closedAfter(issued: IssuedPackage, method: string, path: string): Promise<number> {
    const session = await connectPlant(issued)
    await vi.waitFor(async () =>
      expect((await suite.admin.plant(issued.plantId)).status).toBe('ONLINE'),
    )
    const { status } = await suite.admin.send(method, `/${issued.plantId}${path}`)
    expect(status).toBe(200)
    const respondedAt = performance.now()
    await closed(session)
    return performance.now() - respondedAt
  }

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('after suspending a %s plant', async (authMethod) => {
    const issued = await suite.admin.newPackage(authMethod)
    expect(await closedAfter(issued, 'POST', '/suspend')).toBeLessThan(1000)
    expect(await suite.admin.plant(issued.plantId)).toMatchObject({ status: 'OFFLINE' })
    await expect(connectPlant(issued)).rejects.toThrow()
    // Its credential is valid, so this is not an authentication failure.
    expect(await suite.admin.plant(issued.plantId)).toMatchObject({ authFailureCount: 0 })
    await suite.admin.send('POST', `/${issued.plantId}/reactivate`)
    await connectPlant(issued)
  })

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('after revoking a %s plant', async (authMethod) => {
    const issued = await suite.admin.newPackage(authMethod)
    expect(await closedAfter(issued, 'POST', '/revoke')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
    await vi.waitFor(async () =>
      expect((await suite.admin.plant(issued.plantId)).authFailureCount).toBe(1),
    )
  })

  test('after deleting the plant', async () => {
    const issued = await suite.admin.newPackage()
    expect(await closedAfter(issued, 'DELETE', '')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
  })

  test('after re-provisioning the plant', async () => {
    const issued = await suite.admin.newPackage()
    expect(await closedAfter(issued, 'POST', '/provision')).toBeLessThan(1000)
  })
})

import { type IConnackPacket, connect } from 'mqtt'
import { once } from 'node:events'
import { connect as connectTls } from 'node:tls'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { closed, connectPlant, optionsOf, urlOf } from '#sandbox/proof/testing/plant-client'
import { officeSuite } from '#sandbox/proof/testing/office-suite'

const suite = officeSuite()

test('no session is kept: the next one begins anew, whatever it asks for', async () => {
  const issued = await suite.office.newPackage()
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

test('a session that ends as soon as it begins leaves nothing behind', async () => {
  const issued = await suite.office.newPackage('PASSWORD')
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
  // CONNECT and DISCONNECT in one piece.
  socket.write(Buffer.from([...connectPacket, 0xe0, 0]))
  await ended
  await vi.waitFor(async () =>
    expect(await suite.office.plant(issued.plantId)).toMatchObject({
      lifecycleStatus: 'ACTIVE',
      status: 'OFFLINE',
    }),
  )
  const session = await connectPlant(issued)
  await vi.waitFor(async () =>
    expect((await suite.office.plant(issued.plantId)).status).toBe('ONLINE'),
  )
  await session.endAsync()
  await vi.waitFor(async () =>
    expect((await suite.office.plant(issued.plantId)).status).toBe('OFFLINE'),
  )
})

/** An MQTT packet whose body is shorter than 128 bytes, and a text in one. */
function packet(kind: number, body: readonly number[]): number[] {
  return [kind, body.length, ...body]
}
function text(value: string): number[] {
  return [0, value.length, ...Buffer.from(value)]
}

describe('a live session is cut within a second', () => {
  async function cutAfter(issued: IssuedPackage, method: string, path: string): Promise<number> {
    const session = await connectPlant(issued)
    await vi.waitFor(async () =>
      expect((await suite.office.plant(issued.plantId)).status).toBe('ONLINE'),
    )
    const { status } = await suite.office.send(method, `/${issued.plantId}${path}`)
    expect(status).toBe(200)
    const answeredAt = performance.now()
    await closed(session)
    return performance.now() - answeredAt
  }

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('of suspending a %s plant', async (authMethod) => {
    const issued = await suite.office.newPackage(authMethod)
    expect(await cutAfter(issued, 'POST', '/suspend')).toBeLessThan(1000)
    expect(await suite.office.plant(issued.plantId)).toMatchObject({ status: 'OFFLINE' })
    await expect(connectPlant(issued)).rejects.toThrow()
    // Its credential is right: that is no failure to authenticate.
    expect(await suite.office.plant(issued.plantId)).toMatchObject({ authFailureCount: 0 })
    await suite.office.send('POST', `/${issued.plantId}/reactivate`)
    await connectPlant(issued)
  })

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('of revoking a %s plant', async (authMethod) => {
    const issued = await suite.office.newPackage(authMethod)
    expect(await cutAfter(issued, 'POST', '/revoke')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
    await vi.waitFor(async () =>
      expect((await suite.office.plant(issued.plantId)).authFailureCount).toBe(1),
    )
  })

  test('of deleting it', async () => {
    const issued = await suite.office.newPackage()
    expect(await cutAfter(issued, 'DELETE', '')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
  })

  test('of provisioning it again', async () => {
    const issued = await suite.office.newPackage()
    expect(await cutAfter(issued, 'POST', '/provision')).toBeLessThan(1000)
  })
})

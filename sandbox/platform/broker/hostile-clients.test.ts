import { once } from 'node:events'
import { type Socket, connect as connectTcp } from 'node:net'
import { type TLSSocket, connect as connectTls } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { platformForThisTest, startTestPlatform } from '#sandbox/proof/testing/test-platform'

/** Destroys a socket at the end of the test. */
function untilTheEnd<T extends Socket>(socket: T): T {
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return socket
}

async function secure(port: number, options: { maxVersion?: 'TLSv1.2' } = {}): Promise<TLSSocket> {
  const socket = untilTheEnd(
    connectTls({ host: 'localhost', port, rejectUnauthorized: false, ...options }),
  )
  await once(socket, 'secureConnect')
  return socket
}

test('closes a connection that renegotiates, which could present another certificate', async () => {
  const { mqttPort } = await platformForThisTest()
  const socket = await secure(mqttPort, { maxVersion: 'TLSv1.2' })
  const ended = once(socket, 'close')
  socket.renegotiate({}, () => undefined)
  await ended
})

test.each([
  ['a packet of the largest possible size', [0x10, 0xff, 0xff, 0xff, 0x7f]],
  ['a length without an end', [0x10, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['a request that is not MQTT', [...Buffer.from('GET / HTTP/1.1\r\n\r\n')]],
])('closes the connection immediately after %s', async (_name, bytes) => {
  const { mqttPort } = await platformForThisTest()
  const socket = await secure(mqttPort)
  const ended = once(socket, 'close')
  socket.write(Buffer.from(bytes))
  await ended
})

test('stops the platform despite idle connections', async () => {
  const platform = await startTestPlatform()
  const silent = untilTheEnd(connectTcp(platform.mqttPort, 'localhost'))
  await once(silent, 'connect')
  await secure(platform.mqttPort)
  const startedAt = performance.now()
  await platform.stop()
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})

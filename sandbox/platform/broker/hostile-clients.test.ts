import { once } from 'node:events'
import { type Socket, connect as connectTcp } from 'node:net'
import { type TLSSocket, connect as connectTls } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { platformForThisTest, startTestPlatform } from '#sandbox/proof/testing/test-platform'

/** A connection that is gone at the end of the test, whatever became of it. */
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

test('a second handshake, which could show another certificate, ends the connection', async () => {
  const { mqttPort } = await platformForThisTest()
  const socket = await secure(mqttPort, { maxVersion: 'TLSv1.2' })
  const ended = once(socket, 'close')
  socket.renegotiate({}, () => undefined)
  await ended
})

test.each([
  ['the largest packet there can be', [0x10, 0xff, 0xff, 0xff, 0x7f]],
  ['a length that never ends', [0x10, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['what is no MQTT', [...Buffer.from('GET / HTTP/1.1\r\n\r\n')]],
])('%s ends the connection at once', async (_name, bytes) => {
  const { mqttPort } = await platformForThisTest()
  const socket = await secure(mqttPort)
  const ended = once(socket, 'close')
  socket.write(Buffer.from(bytes))
  await ended
})

test('connections that say nothing do not keep the platform from stopping', async () => {
  const platform = await startTestPlatform()
  const silent = untilTheEnd(connectTcp(platform.mqttPort, 'localhost'))
  await once(silent, 'connect')
  await secure(platform.mqttPort)
  const startedAt = performance.now()
  await platform.stop()
  expect(performance.now() - startedAt).toBeLessThan(3_000)
})

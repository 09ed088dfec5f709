import { Hono } from 'hono'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listenHttp } from './listen'
import { sendRaw } from '#sandbox/proof/testing/raw-connection'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'

test('closes a connection that does not complete its headers in time', async () => {
  const http = await listenHttp(new Hono(), { host: '127.0.0.1', port: 0, headersMs: 100 })
  onTestFinished(() => http.stop())
  const socket = await sendRaw(http.url, 'GET / HTTP/1.1\r\nHost: local')
  const [response] = await once(socket, 'data')
  expect(String(response)).toMatch(/^HTTP\/1\.1 408 /)
  await once(socket, 'close')
}, 10_000)

test.each([
  ['/api/v1/plants', 'application/json'],
  ['/oauth2/v1/token', 'application/x-www-form-urlencoded'],
  ['/_test/organizations', 'application/json'],
])('logs a body that breaks off on one line: %s', async (path, type) => {
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  const platform = await platformForThisTest()
  const client = platform.client()
  const token = await client.signIn((await client.organization()).users.admin)
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    `content-type: ${type}`,
    'content-length: 100',
    `authorization: Bearer ${token}`,
  ]
  const socket = await sendRaw(platform.url, `${head.join('\r\n')}\r\n\r\n{"name"`)
  // A second request shows that the platform has received the first one.
  await client.send('GET', '/healthz')
  socket.resetAndDestroy()
  const line = `POST ${path}: the client closed the connection before the body ended`
  await vi.waitFor(() => expect(logged).toHaveBeenCalledExactlyOnceWith(line))
})

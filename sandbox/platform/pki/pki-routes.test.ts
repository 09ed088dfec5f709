import { expect, test } from 'vitest'
import { pkiRoutes } from './pki-routes'

const app = pkiRoutes(
  { certificatePem: 'the certificate' },
  { current: () => Promise.resolve('the list') },
)

test.each([
  ['/ca.crt', 'the certificate'],
  ['/ca.crl', 'the list'],
])('serves %s publicly and without caching', async (path, text) => {
  const response = await app.request(path)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe(text)
  expect(response.headers.get('content-type')).toBe('application/x-pem-file')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('serves no other file', async () => {
  expect((await app.request('/ca.key')).status).toBe(404)
})

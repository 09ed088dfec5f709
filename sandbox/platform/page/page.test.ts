import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inlineStyleHashes, pageHeaders } from './security-headers'
import type { ApiClient } from '#sandbox/proof/testing/api-client'
import {
  newDataFolder,
  platformForThisTest,
  startTestPlatform,
} from '#sandbox/proof/testing/test-platform'
import { minuteMs } from '@/lib/instants'
import { workerPolicyName } from '@/lib/own-worker'

let platform: Awaited<ReturnType<typeof startTestPlatform>>
let client: ApiClient
let dist: string

beforeAll(async () => {
  dist = newDataFolder()
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>App</title>')
  writeFileSync(join(dist, 'config.json'), '{"apiBaseUrl":"/api/v1"}')
  writeFileSync(join(dist, 'assets/app-1a2b.js'), 'export const big = 1')
  writeFileSync(join(dist, 'assets/app-1a2b.js.gz'), gzipSync('export const big = 1'))
  platform = await startTestPlatform({}, ['--test-control', '--dist', dist])
  client = platform.client()
})
afterAll(async () => {
  await platform.stop()
  rmSync(dist, { recursive: true })
})

describe('the dashboard’s files', () => {
  test.each(['/', '/sign-in', '/plants', '/plants/1/energy', '/plants?page=2'])(
    'serves the uncached page for %s',
    async (path) => {
      const { status, text, headers } = await client.send('GET', path)
      expect([status, text]).toEqual([200, '<!doctype html><title>App</title>'])
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  test('caches a hashed asset permanently and sends it precompressed', async () => {
    const { headers, text } = await client.send('GET', '/assets/app-1a2b.js')
    expect(text).toBe('export const big = 1')
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(headers.get('cache-control')).toContain('immutable')
  })

  test('does not cache config.json', async () => {
    const { headers, json } = await client.send('GET', '/config.json')
    expect(json.apiBaseUrl).toBe('/api/v1')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each(['/assets/app-gone.js', '/assets/x', '/favicon.ico', '/nothing.js', '/assets/'])(
    'returns 404 for a missing %s, never the page',
    async (path) => {
      const { status, text, headers } = await client.send('GET', path)
      expect(status).toBe(404)
      expect(text).not.toContain('<')
      expect(headers.get('content-type')).toMatch(/^text\/plain/)
    },
  )

  test.each(['/..%2f..%2fpackage.json', '/assets/..%2findex.html', '/%2e%2e/package.json'])(
    'serves no file outside the folder for %s',
    async (path) => {
      const { text } = await client.send('GET', path)
      expect(text).not.toContain('plantdeck')
    },
  )

  test.each(['/', '/assets/app-1a2b.js', '/assets/gone.js', '/config.json'])(
    'sends the security headers with %s',
    async (path) => {
      const { headers } = await client.send('GET', path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("require-trusted-types-for 'script'")
      expect(policy).toMatch(new RegExp(`; trusted-types ${workerPolicyName}$`))
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('geolocation=()')
      expect(headers.get('strict-transport-security')).toBe(null)
    },
  )

  test('explains how to build the dashboard if it is not built', async () => {
    const bare = await platformForThisTest({}, ['--dist', join(dist, 'none')])
    const { status, text } = await bare.client().send('GET', '/')
    expect(status).toBe(503)
    expect(text).toContain('npm run build')
  })
})

test('allows exactly the style block that the installed react-aria adds', () => {
  const file = 'react-aria/dist/private/interactions/usePress.mjs'
  const source = readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), 'utf8')
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1] ?? ''
  const template = /style\.textContent = `([^`]+)`/.exec(source)?.[1] ?? ''
  const text = template.replace(/\$\{[^}]+\}/, attribute).trim()
  const hash = createHash('sha256').update(text).digest('base64')
  expect(inlineStyleHashes).toContain(`sha256-${hash}`)
})

test('documents the same Content-Security-Policy for nginx', () => {
  const guide = readFileSync(new URL('../../../src/deployment.md', import.meta.url), 'utf8')
  expect(guide).toContain(`"${pageHeaders['content-security-policy']}" always;`)
})

describe('under a base path', () => {
  const asked = ['/sign-in', '/config.json', '/assets/app-1a2b.js', '/healthz', '/openapi.json']

  test('gives the same response with and without the base path', async () => {
    const below = await platformForThisTest({}, ['--dist', dist, '--base', '/a/b'])
    for (const path of [...asked, '/', '/docs/', '/api/v1/plants', '/assets/gone.js']) {
      const [stripped, kept] = await Promise.all(
        ['', '/a/b'].map((prefix) => below.client().send('GET', prefix + path)),
      )
      expect([kept?.status, kept?.text], path).toEqual([stripped?.status, stripped?.text])
      expect(kept?.headers.get('cache-control')).toBe(stripped?.headers.get('cache-control'))
    }
    expect((await below.client().send('GET', '/a/b')).status).toBe(200)
  })

  test('redirects a folder without its slash to a relative address, for proxies that strip the path', async () => {
    const { status, headers } = await client.send('GET', '/docs')
    expect([status, headers.get('location')]).toEqual([302, 'docs/'])
  })
})

describe('the API reference', () => {
  test('loads no external files and runs no inline script', async () => {
    const { text, headers } = await client.send('GET', '/docs/')
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(text).not.toMatch(/<script>/)
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    for (const [, file] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await client.send('GET', `/docs/${file}`)).status, file).toBe(200)
    }
  })

  test('serves no other file of the package', async () => {
    expect((await client.send('GET', '/docs/package.json')).status).toBe(404)
  })
})

describe('paths without a page', () => {
  test.each([
    ['GET', '/api/v1/nothing', 404, 'NOT_FOUND'],
    ['GET', '/api/v2/plants', 404, 'NOT_FOUND'],
    ['GET', '/api', 404, 'NOT_FOUND'],
    ['PUT', '/api/v1/plants', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/api/v1/plants/certificate-stats', 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', '/api/v1/plants', 405, 'METHOD_NOT_ALLOWED'],
    ['POST', '/plants', 404, 'NOT_FOUND'],
  ])('respond to %s %s with %i as JSON', async (method, path, status, code) => {
    const response = await client.send(method, path)
    expect([response.status, response.json.code]).toEqual([status, code])
    expect(response.headers.get('access-control-allow-origin')).toBe(null)
  })

  test('include /healthz', async () => {
    expect((await client.send('GET', '/healthz')).json).toEqual({ status: 'ok' })
  })
})

describe('limits', () => {
  test('refuse a body that is over 64 KiB, too deep or of another type', async () => {
    const { users } = await client.organization()
    const token = await client.signIn(users.admin)
    const create = (body: string, headers = {}) =>
      client.api('POST', '/plants', { token, body, headers })
    expect((await create(`"${'x'.repeat(70_000)}"`)).json.code).toBe('PAYLOAD_TOO_LARGE')
    expect((await create('['.repeat(5_000))).json.code).toBe('VALIDATION_ERROR')
    const asText = await create('{}', { 'content-type': 'text/plain' })
    expect([asText.status, asText.json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('make only the user wait who sends too many requests', async () => {
    const limits = { api: { requests: 3, windowMs: minuteMs } }
    const limited = (await platformForThisTest({ limits })).client()
    const { users } = await limited.organization()
    const [token, other] = [await limited.signIn(users.admin), await limited.signIn(users.support)]
    for (let n = 0; n < 3; n += 1) await limited.api('GET', '/plants', { token })
    const { status, json, headers } = await limited.api('GET', '/plants', { token })
    expect([status, json.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(50)
    expect((await limited.api('GET', '/plants', { token: other })).status).toBe(200)
  })
})

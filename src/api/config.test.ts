import { expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config'
import { failureOf, respondWith, startServer } from './test-server'

const complete = {
  apiBaseUrl: 'https://api.example/v1',
  tokenUrl: 'https://login.example/token',
  clientId: 'plantdeck',
}

async function load(status: number, body: unknown) {
  const server = await startServer((response) => respondWith(response, status, body))
  return loadConfig(`${server.url}/config.json`)
}

/** Loads a config that differs only in its file's folder. */
async function loadBelow(folder: string, config: object) {
  const server = await startServer((response) => respondWith(response, 200, config))
  const loaded = await loadConfig(`${server.url}${folder}config.json`)
  const path = (url = '') => url.replace(server.url, '')
  return [loaded.apiBaseUrl, loaded.tokenUrl, loaded.revokeUrl, loaded.docsUrl].map(path)
}

test('missing settings get their defaults', async () => {
  expect(await load(200, complete)).toEqual({
    ...complete,
    auth: 'password',
    energyUnit: 'kWh',
    persistSession: 'none',
    idempotencyHeader: 'Idempotency-Key',
    commandTargetKey: null,
    titles: 'named',
    idleMinutes: null,
    fleetLimit: 100_000,
    fleetConcurrency: 4,
    fleetPerMinute: 600,
  })
})

test('given settings are kept, and null disables a feature', async () => {
  const given = {
    ...complete,
    revokeUrl: 'https://login.example/revoke',
    auth: 'code',
    authorizeUrl: 'https://login.example/authorize',
    scope: 'openid',
    organizationId: 'o',
    energyUnit: 'MWh',
    persistSession: 'tab',
    idempotencyHeader: null,
    commandTargetKey: 'target',
    docsUrl: 'https://docs.example/api',
    titles: 'plain',
    idleMinutes: 15,
    fleetLimit: 0,
    fleetConcurrency: 20,
    fleetPerMinute: 6_000,
  }
  expect(await load(200, given)).toEqual(given)
})

test.each([0.1, 1440, null])('%s is an idle time-out', async (idleMinutes) => {
  expect(await load(200, { ...complete, idleMinutes })).toMatchObject({ idleMinutes })
})

test.each([0, -1, 0.05, 1441, '15', true, [15]])(
  'rejects %j as an idle time-out, and says what is possible',
  async (idleMinutes) => {
    const failure = await failureOf(load(200, { ...complete, idleMinutes }))
    expect(failure).toBeInstanceOf(ConfigError)
    expect(String(failure)).toContain(
      'idleMinutes: must be a number from 0.1 to 1440, or null for no time-out',
    )
  },
)

test('signing in by redirect needs the page to redirect to', async () => {
  await expect(load(200, { ...complete, auth: 'code' })).rejects.toThrow(/authorizeUrl is needed/)
})

test.each(['/api/v1/', '/api/v1///', '/api/v1'])(
  'trailing slashes of %s are removed',
  async (apiBaseUrl) => {
    expect((await loadBelow('/', { ...complete, apiBaseUrl }))[0]).toBe('/api/v1')
  },
)

test('an API at the root of the host keeps its host', async () => {
  const { apiBaseUrl } = await load(200, { ...complete, apiBaseUrl: '/' })
  expect(apiBaseUrl).toMatch(/^http:\/\/[^/]+:\d+$/)
})

const relative = { apiBaseUrl: 'api/v1', tokenUrl: './token', revokeUrl: '../revoke' }

test.each([
  ['/', ['/api/v1', '/token', '/revoke', '/docs']],
  ['/plantdeck/', ['/plantdeck/api/v1', '/plantdeck/token', '/revoke', '/docs']],
  ['/a/b/', ['/a/b/api/v1', '/a/b/token', '/a/revoke', '/docs']],
])(
  'relative URLs of a config file in %s are resolved against it, absolute ones are kept',
  async (folder, urls) => {
    const config = { ...complete, ...relative, docsUrl: '/docs' }
    expect(await loadBelow(folder, config)).toEqual(urls)
  },
)

test.each(['http://[', 'javascript:alert(1)', 'ftp://api.example'])(
  "a URL that can't be requested, such as %s, is reported to the administrator",
  async (docsUrl) => {
    const error = await failureOf(load(200, { ...complete, docsUrl }))
    expect(error).toBeInstanceOf(ConfigError)
    expect(String(error)).toContain(`docsUrl: "${docsUrl}" is not a web address`)
  },
)

test.each([
  ['a missing file', 404, 'not found', 'config.json could not be loaded: HTTP 404.'],
  ['a server error', 500, '', 'config.json could not be loaded: HTTP 500.'],
  ['an HTML page', 200, '<!doctype html>', 'config.json is not valid JSON.'],
  ['an empty file', 200, '', 'config.json is not valid JSON.'],
  ['a trailing comma', 200, '{"clientId":"a",}', 'config.json is not valid JSON.'],
  ['null', 200, 'null', 'config.json is not complete. the file: '],
  ['no tokenUrl', 200, { ...complete, tokenUrl: undefined }, 'complete. tokenUrl: '],
  ['an empty apiBaseUrl', 200, { ...complete, apiBaseUrl: '' }, 'complete. apiBaseUrl: '],
  ['no connection for the fleet', 200, { ...complete, fleetConcurrency: 0 }, 'fleetConcurrency: '],
  ['a numeric clientId', 200, { ...complete, clientId: 1 }, 'complete. clientId: '],
  [
    'another storage option',
    200,
    { ...complete, persistSession: 'forever' },
    'complete. persistSession: ',
  ],
])('%s is reported to the administrator', async (_what, status, body, message) => {
  const error = await failureOf(load(status, body))
  expect(error).toBeInstanceOf(ConfigError)
  expect(String(error)).toContain(message)
  expect(String(error)).not.toContain('undefined:')
})

test('all missing settings are reported at once', async () => {
  const error = await failureOf(load(200, {}))
  for (const name of ['apiBaseUrl', 'tokenUrl', 'clientId']) expect(String(error)).toContain(name)
})

test('a server that does not respond is reported, too', async () => {
  const error = await failureOf(loadConfig('http://127.0.0.1:1/config.json'))
  expect(error).toBeInstanceOf(ConfigError)
  expect(String(error)).toContain('the server did not respond')
})

import { expect, test } from 'vitest'
import { ConfigError, loadConfig } from './config'
import { answerWith, failureOf, startServer } from './test-server'

const complete = {
  apiBaseUrl: 'https://api.example/v1',
  tokenUrl: 'https://login.example/token',
  clientId: 'plantdeck',
}

async function load(status: number, body: unknown) {
  const server = await startServer((response) => answerWith(response, status, body))
  return loadConfig(`${server.url}/config.json`)
}

/** Loads a config whose URLs are the same but for its file's folder. */
async function loadBelow(folder: string, config: object) {
  const server = await startServer((response) => answerWith(response, 200, config))
  const loaded = await loadConfig(`${server.url}${folder}config.json`)
  const path = (url = '') => url.replace(server.url, '')
  return [loaded.apiBaseUrl, loaded.tokenUrl, loaded.revokeUrl, loaded.docsUrl].map(path)
}

test('what is left out gets its default', async () => {
  expect(await load(200, complete)).toEqual({
    ...complete,
    energyUnit: 'kWh',
    persistSession: 'none',
    idempotencyHeader: 'Idempotency-Key',
    commandTargetKey: null,
  })
})

test('what is set is kept, and null switches off', async () => {
  const given = {
    ...complete,
    revokeUrl: 'https://login.example/revoke',
    organizationId: 'o',
    energyUnit: 'MWh',
    persistSession: 'tab',
    idempotencyHeader: null,
    commandTargetKey: 'target',
    docsUrl: 'https://docs.example/api',
  }
  expect(await load(200, given)).toEqual(given)
})

test.each(['/api/v1/', '/api/v1///', '/api/v1'])(
  'slashes at the end of %s go',
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
  'relative URLs of a file in %s are relative to it, absolute ones are not',
  async (folder, urls) => {
    const config = { ...complete, ...relative, docsUrl: '/docs' }
    expect(await loadBelow(folder, config)).toEqual(urls)
  },
)

test.each(['http://[', 'javascript:alert(1)', 'ftp://api.example'])(
  'an address that cannot be called, such as %s, is told to whoever runs it',
  async (docsUrl) => {
    const error = await failureOf(load(200, { ...complete, docsUrl }))
    expect(error).toBeInstanceOf(ConfigError)
    expect(String(error)).toContain(`docsUrl: "${docsUrl}" is not a web address`)
  },
)

test.each([
  ['a missing file', 404, 'not found', 'config.json could not be loaded: HTTP 404.'],
  ['a broken server', 500, '', 'config.json could not be loaded: HTTP 500.'],
  ['a page in its place', 200, '<!doctype html>', 'config.json is not valid JSON.'],
  ['nothing in it', 200, '', 'config.json is not valid JSON.'],
  ['a comma too many', 200, '{"clientId":"a",}', 'config.json is not valid JSON.'],
  ['another value', 200, 'null', 'config.json is not complete. the file: '],
  ['no tokenUrl', 200, { ...complete, tokenUrl: undefined }, 'complete. tokenUrl: '],
  ['an empty apiBaseUrl', 200, { ...complete, apiBaseUrl: '' }, 'complete. apiBaseUrl: '],
  ['a clientId of a number', 200, { ...complete, clientId: 1 }, 'complete. clientId: '],
  ['another store', 200, { ...complete, persistSession: 'forever' }, 'complete. persistSession: '],
])('%s is told to whoever runs it', async (_what, status, body, message) => {
  const error = await failureOf(load(status, body))
  expect(error).toBeInstanceOf(ConfigError)
  expect(String(error)).toContain(message)
  expect(String(error)).not.toContain('undefined:')
})

test('everything that is missing is told at once', async () => {
  const error = await failureOf(load(200, {}))
  for (const name of ['apiBaseUrl', 'tokenUrl', 'clientId']) expect(String(error)).toContain(name)
})

test('a server that does not answer is told, too', async () => {
  const error = await failureOf(loadConfig('http://127.0.0.1:1/config.json'))
  expect(error).toBeInstanceOf(ConfigError)
  expect(String(error)).toContain('the server did not answer')
})

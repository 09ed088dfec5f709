import type { Response } from '@playwright/test'
import { expect, test as base } from '../support/fixtures'
import { findFreePort } from '../support/free-port'
import { type Nginx, hasNginx, startNginx } from '../support/nginx'
import { onePlant } from '../support/one-plant'
import { Organization } from '../support/organization'

const { CI, PLANTDECK_E2E_PORT: platformPort } = process.env

const test = base.extend<object, { nginx: Nginx }>({
  nginx: [
    async ({}, use) => {
      const nginx = await startNginx(`127.0.0.1:${platformPort}`)
      await use(nginx)
      await nginx.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ nginx }, use) => use(nginx.url),
})

// One nginx for all tests of the file.
test.describe.configure({ mode: 'default' })
test.use({ ignoreHTTPSErrors: true })
// CI installs it, so there its absence fails the tests.
test.skip(!hasNginx() && CI === undefined, 'needs nginx: apt-get install nginx')

const onEveryResponse = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  server: 'nginx',
}
/** The title of each page by its path. */
const pagesOf = (plantId: string) => ({
  [`/plants/${plantId}`]: 'FVE Tábor',
  [`/plants/${plantId}/alerts`]: 'Alerts · FVE Tábor',
  [`/plants/${plantId}/energy`]: 'Energy · FVE Tábor',
  [`/plants/${plantId}/security`]: 'Security · FVE Tábor',
  [`/plants/${plantId}/commands`]: 'Commands · FVE Tábor',
  '/plants': 'Plants',
  '/certificates': 'Certificates',
  '/commands': 'Commands',
  '/commands/new': 'New run',
  '/no-such-page': 'Not found',
})
const immutable = 'public, max-age=31536000, immutable'

test('every page works behind the documented nginx', async ({ page, playwright, nginx }) => {
  const api = await playwright.request.newContext({ baseURL: `http://localhost:${platformPort}` })
  const { id, rows } = onePlant({ name: 'FVE Tábor', serialNumber: 'S-1' })
  const org = await Organization.create(api, { rows })
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))

  await page.goto('/plants')
  await expect(page).toHaveTitle('Sign in · Plantdeck')
  await org.fillSignIn(page)
  await expect(page).toHaveTitle('Plants · Plantdeck')
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  for (const [path, title] of Object.entries(pagesOf(id))) {
    await page.goto(path)
    await expect(page).toHaveTitle(`${title} · Plantdeck`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await api.dispose()

  const own = responses.filter((response) => response.url().startsWith(nginx.url))
  expect(own.length).toBeGreaterThan(20)
  for (const response of own) {
    const { pathname } = new URL(response.url())
    const headers = response.headers()
    expect(response.status(), pathname).toBeLessThan(400)
    if (/^\/(api|oauth2)\//.test(pathname)) continue
    expect(headers, pathname).toMatchObject(onEveryResponse)
    expect(headers['content-security-policy'], pathname).toContain(
      "require-trusted-types-for 'script'",
    )
    expect(headers['cache-control'], pathname).toBe(
      pathname.startsWith('/assets/') ? immutable : 'no-store',
    )
  }
})

test('keeps no error, and sends every path of the API to the API', async ({ request }) => {
  for (const path of ['/assets/gone.js', '/assets/', '/gone.json']) {
    const missing = await request.get(path)
    expect([missing.status(), missing.headers()['cache-control']], path).toEqual([404, 'no-store'])
    expect(missing.headers(), path).toMatchObject(onEveryResponse)
    expect(await missing.text(), path).not.toContain('id="root"')
  }
  const page = await (await request.get('/plants')).text()
  const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(page) ?? []
  const script = await request.get(asset)
  expect(script.headers()).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': immutable })
  const again = await request.get(asset, {
    headers: { 'if-none-match': script.headers()['etag'] ?? '' },
  })
  expect([again.status(), again.headers()['cache-control']]).toEqual([304, immutable])

  const signIn = await request.get('/oauth2/v1/authorize')
  const policies = signIn.headersArray().filter(({ name }) => /^content-security/i.test(name))
  // A second policy would forbid the page its own styles.
  expect(policies.map(({ value }) => value)).toEqual([
    expect.stringContaining("style-src 'sha256-"),
  ])
  expect(signIn.headers()['referrer-policy']).toBe('same-origin')

  for (const path of ['/api/nothing', '/api/v1/plants/a.json', '/oauth2/nothing.js']) {
    const response = await request.get(path)
    expect(response.status(), path).toBeGreaterThanOrEqual(400)
    expect(response.headers()['content-type'], path).toContain('json')
    expect(response.headers()['cache-control'], path).toContain('no-store')
  }
})

test('answers 502 while the API is down, and still serves the page', async ({ playwright }) => {
  const alone = await startNginx(`127.0.0.1:${await findFreePort()}`)
  const request = await playwright.request.newContext({
    baseURL: alone.url,
    ignoreHTTPSErrors: true,
  })
  for (const path of ['/api/v1/plants', '/api/v1/a.json', '/oauth2/v1/token']) {
    const response = await request.get(path)
    expect([response.status(), response.headers()['cache-control']], path).toEqual([
      502,
      'no-store',
    ])
    expect(await response.text(), path).not.toContain('id="root"')
  }
  expect(await (await request.get('/plants')).text()).toContain('id="root"')
  await request.dispose()
  await alone.stop()
})

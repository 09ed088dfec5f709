import { expect, test } from './fixtures'

const brokenConfigs = [
  { what: 'is missing', answer: { status: 404, body: 'Not found' }, says: 'HTTP 404' },
  { what: 'is no JSON', answer: { body: '{"apiBaseUrl": ' }, says: 'is not valid JSON' },
  { what: 'is a page', answer: { body: '<!doctype html>' }, says: 'is not valid JSON' },
  {
    what: 'lacks a member',
    answer: { json: { apiBaseUrl: '/api/v1', clientId: 'plantdeck' } },
    says: 'tokenUrl',
  },
  {
    what: 'has a wrong member',
    answer: {
      json: { apiBaseUrl: '', tokenUrl: '/t', clientId: 1, persistSession: 'always' },
    },
    says: 'persistSession',
  },
]

for (const { what, answer, says } of brokenConfigs) {
  test(`a config.json that ${what} is one clear page, and mending it is enough`, async ({
    page,
    provokes,
  }) => {
    provokes(/status of 404/)
    // The platform serves the file as it was built.
    await page.route('**/config.json', (route) => route.fulfill(answer))
    await page.goto('/plants?page=2')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The configuration is broken')
    await expect(alert).toContainText(says)
    await expect(page).toHaveTitle('Plantdeck cannot start')
    await page.unroute('**/config.json')
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(page).toHaveURL(/redirect=/)
  })
}

test('a server that does not answer for config.json is said not to', async ({ page, provokes }) => {
  provokes(/ERR_FAILED/)
  await page.route('**/config.json', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('the server did not answer')
})

test('every answer of the page carries its security headers', async ({ request }) => {
  const index = await request.get('/')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await index.text())?.[1] ?? ''
  for (const path of ['/', '/plants/x', '/sign-in', '/config.json', script, '/assets/nothing.js']) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy'], path).toContain("require-trusted-types-for 'script'")
    expect(headers['content-security-policy'], path).not.toContain('unsafe')
  }
  expect(index.headers()['cache-control']).toBe('no-store')
  expect((await request.get('/config.json')).headers()['cache-control']).toBe('no-store')
  expect((await request.get(script)).headers()['cache-control']).toContain('immutable')
})

test('a missing file is a 404, never the start page', async ({ request }) => {
  for (const path of ['/assets/app-00000000.js', '/assets/x', '/robots.txt', '/plants.json']) {
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text(), path).not.toContain('<!doctype')
  }
})

test('the API reference shows the operations and loads nothing from outside', async ({
  page,
  request,
  baseURL,
}) => {
  const document = (await (await request.get('/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(document.openapi).toMatch(/^3\./)
  expect(Object.keys(document.paths)).toContain('/plants/{id}/commands')
  const outside: string[] = []
  page.on('request', (sent) => {
    const url = sent.url()
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:')) outside.push(url)
  })
  await page.goto('/docs')
  await expect(page.getByText('Create a new plant')).toBeVisible()
  expect(outside).toEqual([])
})

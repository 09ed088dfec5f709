import { expect, test } from './support/fixtures'

test('every response of the page has security headers', async ({ request }) => {
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

test('a missing file returns 404 instead of the start page', async ({ request }) => {
  for (const path of ['/assets/app-00000000.js', '/assets/x', '/robots.txt', '/plants.json']) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    expect(await response.text(), path).not.toContain('<!doctype')
  }
})

test('the API reference lists the operations, and loads nothing from other origins', async ({
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

import { expect, test } from '../support/fixtures'

const brokenConfigs = [
  { what: 'is missing', response: { status: 404, body: 'Not found' }, says: 'HTTP 404' },
  { what: 'is not JSON', response: { body: '{"apiBaseUrl": ' }, says: 'is not valid JSON' },
  { what: 'is an HTML page', response: { body: '<!doctype html>' }, says: 'is not valid JSON' },
  {
    what: 'lacks a member',
    response: { json: { apiBaseUrl: '/api/v1', clientId: 'plantdeck' } },
    says: 'tokenUrl',
  },
  {
    what: 'has a wrong member',
    response: {
      json: { apiBaseUrl: '', tokenUrl: '/t', clientId: 1, persistSession: 'always' },
    },
    says: 'persistSession',
  },
]

for (const { what, response, says } of brokenConfigs) {
  test(`reports a config.json that ${what}, and starts once it is fixed`, async ({
    page,
    provokes,
  }) => {
    provokes(/status of 404/)
    // The platform always serves the file as it was built, so the test replaces the response.
    await page.route('**/config.json', (route) => route.fulfill(response))
    await page.goto('/plants?page=2')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The configuration is broken')
    await expect(alert).toContainText(says)
    await expect(page).toHaveTitle('Plantdeck cannot start')
    await page.unroute('**/config.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(page).toHaveURL(/redirect=/)
  })
}

test('reports a server that does not respond to the request for config.json', async ({
  page,
  provokes,
}) => {
  provokes(/ERR_FAILED/)
  await page.route('**/config.json', (route) => route.abort())
  await page.goto('/plants')
  await expect(page.getByRole('alert')).toContainText('the server did not respond')
})

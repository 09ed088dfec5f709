import { expect, test } from '../support/fixtures'
import { openPlants } from '../support/fleet-list'
import { Organization } from '../support/organization'
import { startPathProxy } from '../support/path-proxy'
import { type ServedBelowAPath, serveBelow } from '../support/served-below-a-path'

const base = '/plantdeck/'
let served: ServedBelowAPath

// The tests run one after the other so that they share one build.
test.describe.configure({ mode: 'default', timeout: 120_000 })
test.beforeAll(async () => {
  test.setTimeout(180_000)
  served = await serveBelow(base)
})
test.afterAll(async () => {
  await served.stop()
})

for (const strips of [true, false]) {
  const handling = strips ? 'strips' : 'keeps'
  test(`works below a path that the proxy ${handling}`, async ({ page, context, playwright }) => {
    const api = await playwright.request.newContext({ baseURL: served.url.origin })
    const org = await Organization.create(api, { plants: 3 })
    const proxy = await startPathProxy(served.url, { base, strips })
    const at = (path: string) => new RegExp(`^${proxy.url}${path}(\\?[^?]*)?$`)
    const outside: string[] = []
    context.on('request', (request) => {
      if (!request.url().startsWith(proxy.url)) outside.push(request.url())
    })

    await page.goto(`${proxy.url}/`)
    await expect(page).toHaveURL(at('/sign-in'))
    await org.fillSignIn(page)
    await expect(page).toHaveURL(at('/'))
    await openPlants(page)
    await expect(page).toHaveURL(at('/plants'))
    const plants = page.getByRole('table').getByRole('link')
    await expect(plants).toHaveCount(3)
    await plants.first().click()
    await expect(page).toHaveURL(at('/plants/[\\w-]+'))
    await page.getByRole('link', { name: 'Energy' }).click()
    await expect(page.getByText(/^UTC day/)).toBeVisible()
    const deep = page.url()
    expect(deep).toMatch(at('/plants/[\\w-]+/energy'))
    await page.reload()
    await expect(page.getByRole('img', { name: /^Bar chart/ })).toBeVisible()
    await expect.poll(() => page.evaluate(() => document.fonts.check('14px Inter'))).toBe(true)

    const opening = context.waitForEvent('page')
    await page.getByRole('link', { name: 'API reference' }).click()
    const reference = await opening
    await expect(reference).toHaveURL(at('/docs/'))
    await expect(reference.getByRole('link', { name: '/plants/{id}/energy/today' })).toBeVisible()
    await reference.close()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(at('/sign-in'))
    await page.goto(deep)
    await expect(page).toHaveURL(/sign-in\?redirect=%2Fplants%2F[\w-]+%2Fenergy$/)
    await org.fillSignIn(page)
    await expect(page).toHaveURL(deep)
    expect(outside, 'requests outside the path').toEqual([])
    proxy.stop()
    await api.dispose()
  })
}

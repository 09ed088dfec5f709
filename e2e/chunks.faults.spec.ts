import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Lets the code of one part of the page be gone, as after a deploy or with a broken network. */
const lose = (page: Page, part: string) =>
  page.route(new RegExp(`/assets/${part}-[^/]+\\.js`), (route) =>
    route.fulfill({ status: 404, body: 'Not found' }),
  )
const lost = /status of 404|dynamically imported module/

test('the application itself cannot be loaded', async ({ page, provokes }) => {
  provokes(lost)
  await lose(page, 'app')
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('Plantdeck could not be loaded')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test("a plant's page cannot be loaded", async ({ page, organization, provokes }) => {
  provokes(lost)
  const org = await organization({ rows: [{ name: 'FVE Zlín', serialNumber: 'C-1' }] })
  await org.open(page, '/plants')
  await lose(page, 'plant-page')
  await page.getByRole('link', { name: 'FVE Zlín' }).click()
  const panel = page.getByRole('main').getByRole('alert')
  await expect(panel).toContainText('A part of Plantdeck could not be loaded')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await page.unrouteAll()
  await panel.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
})

for (const { part, name, open } of [
  {
    part: 'new-plant-dialog',
    name: 'New plant',
    open: (page: Page) => page.getByRole('button', { name: 'New plant' }).click({ timeout: 2_000 }),
  },
  {
    part: 'command-palette',
    name: 'Search',
    open: (page: Page) => page.keyboard.press('Control+k'),
  },
]) {
  test(`the dialog ${name} cannot be loaded`, async ({ page, organization, provokes }) => {
    provokes(lost)
    const org = await organization({ plants: 2 })
    await lose(page, part)
    await org.open(page, '/plants')
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    await open(page)
    // The first failure reloads the page once, in case there is a newer version.
    const panel = page
      .getByRole('alert')
      .filter({ has: page.getByRole('button', { name: 'Retry' }) })
    await expect(async () => {
      if ((await panel.count()) === 0) await open(page)
      await expect(panel).toContainText('A part of Plantdeck could not be loaded', { timeout: 500 })
    }).toPass()
    await page.unrouteAll()
    await panel.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    // The address may open the dialog by itself, at the very moment in which it is asked for.
    const dialog = page.getByRole('dialog', { name })
    await expect(async () => {
      if ((await dialog.count()) === 0) await open(page)
      await expect(dialog).toBeVisible({ timeout: 2_000 })
    }).toPass()
  })
}

for (const { part, action, name } of [
  { part: 'confirm-dialog', action: 'Suspend', name: 'Suspend FVE Zlín?' },
  { part: 'edit-plant-dialog', action: 'Edit', name: 'Edit plant' },
]) {
  test(`the dialog of ${action} is on its way, lost, and asked for again, over the same page`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(lost)
    const row = { id: crypto.randomUUID(), name: 'FVE Zlín', serialNumber: 'C-1' }
    const org = await organization({ rows: [{ ...row, lifecycleStatus: 'ACTIVE' }] })
    await org.open(page, `/plants/${row.id}`)
    const heading = page.getByRole('heading', { level: 1, name: 'FVE Zlín' })
    await expect(heading).toBeVisible()
    let arrive = (): void => undefined
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(new RegExp(`/assets/${part}-[^/]+\\.js`), async (route) => {
      await arrived
      await route.fulfill({ status: 404, body: 'Not found' })
    })
    await page.goto(`/plants/${row.id}`)
    await page.getByRole('button', { name: action, exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Opening…' })).toBeVisible()
    arrive()
    const panel = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
    await expect(panel).toContainText('A part of Plantdeck could not be loaded')
    await expect(heading).toBeVisible()
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect(panel).toHaveCount(0)
    await page.getByRole('button', { name: action, exact: true }).click()
    await expect(panel).toBeVisible()
    await page.unrouteAll()
    await panel.getByRole('button', { name: 'Retry' }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
  })
}

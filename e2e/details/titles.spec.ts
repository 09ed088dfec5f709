import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

/** Serves config.json with other titles, as an administrator would. */
async function setTitles(page: Page, titles: string): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ json: { ...(await response.json()), titles } })
  })
}

test('plain titles name the page, and nothing of the plant or the user', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ name: 'FVE Tábor', serialNumber: 'S-1' })
  const org = await organization({ rows })
  await setTitles(page, 'plain')
  const seen = new Set<string>()
  await page.exposeFunction('noteTitle', (title: string) => seen.add(title))
  await page.addInitScript(() => {
    new MutationObserver(() =>
      Reflect.apply(Reflect.get(window, 'noteTitle'), null, [document.title]),
    ).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await org.open(page, '/plants')
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Tábor' })).toBeVisible()
  await expect(page).toHaveTitle('Plant · Plantdeck')
  for (const tab of ['Alerts', 'Energy', 'Security', 'Commands']) {
    await page
      .getByRole('navigation', { name: 'Parts of the plant' })
      .getByRole('link', { name: tab })
      .click()
    await expect(page).toHaveTitle(`${tab} · Plant · Plantdeck`)
  }
  await page.goto(`/plants/${id}/energy`)
  await expect(page).toHaveTitle('Energy · Plant · Plantdeck')
  expect(seen.size).toBeGreaterThan(4)
  expect([...seen].join()).not.toMatch(/Tábor|S-1/)
  expect([...seen].join()).not.toContain(org.users.admin.username)
})

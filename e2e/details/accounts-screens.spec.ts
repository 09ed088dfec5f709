import type { Page } from '@playwright/test'
import { generate, openProfile, record } from '../support/accounts'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { chooseInMenu } from '../support/menus'
import { onePlant } from '../support/one-plant'
import type { Organization } from '../support/organization'
import { SecretSearch } from '../support/secret-search'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { expectNoViolations } from '../support/violations'

test('lets no secret into URL, storage, title or console', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  const search = new SecretSearch(page)
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const pieces = await record(page, await generate(page, username))
  expect(await search.find(pieces.clientPassword, pieces.clientId, pieces.clientSecret)).toEqual([])
})

async function expectGood(page: Page, what: string): Promise<void> {
  await expectNoViolations(page, what)
  expect(await sidewaysOverflow(page), what).toBe(0)
}

async function walk(page: Page, org: Organization, open: () => Promise<void>): Promise<void> {
  await open()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await expectGood(page, 'accounts')
  const { username } = org.users.operator
  await page.getByRole('link', { name: username }).click()
  await expect(fact(page, 'Client Username')).toHaveCount(0)
  await expectGood(page, 'profile')
  const dialog = await generate(page, username)
  await expectGood(page, 'issued credentials')
  await record(page, dialog)
}

test('has no accessibility violations', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await walk(page, org, () => page.getByRole('link', { name: 'Manage accounts' }).click())
})

test('is reached from the menu of a phone, and fits @phone', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants')
  await walk(page, org, () => chooseInMenu(page, 'Pages', 'Manage accounts'))
})

test('accounts, an account and a plant begin at the same edge of a wide screen', async ({
  page,
  organization,
}) => {
  await page.setViewportSize({ width: 1920, height: 900 })
  const { id, rows } = onePlant({ name: 'FVE Tábor' })
  const org = await organization({ rows })
  const leftOf = async (name: string) =>
    (await page.getByRole('heading', { level: 1, name }).boundingBox())?.x
  await org.open(page, '/accounts')
  await page.getByRole('table', { name: 'Accounts' }).waitFor()
  const edge = await leftOf('Accounts')
  expect(edge).toBeGreaterThan(0)
  await openProfile(page, org.users.operator.username)
  expect(await leftOf(org.users.operator.username)).toBe(edge)
  await page.goto(`/plants/${id}`)
  await page.getByRole('heading', { level: 1, name: 'FVE Tábor' }).waitFor()
  expect(await leftOf('FVE Tábor')).toBe(edge)
})

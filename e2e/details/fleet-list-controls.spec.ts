// The controls around the list: where the focus goes when one disappears, and what stays where it is.
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, plantLinks } from '../support/fleet-list'

const rows = Array.from({ length: 40 }, (_, at) => ({
  name: `Plant ${String(at).padStart(2, '0')}`,
  serialNumber: `S-${at}`,
  status: at < 30 ? 'OFFLINE' : 'ONLINE',
  lifecycleStatus: 'ACTIVE',
}))

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const filter = 'status:offline lifecycle:active auth:mtls,token'

test('moves the focus on when a chip is removed', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, `/plants?q=${encodeURIComponent(filter)}`)
  const chips = button(page, /^Remove /)
  await expect(chips).toHaveCount(3)
  await chips.nth(1).press('Enter')
  await expect(chips).toHaveCount(2)
  await expect(chips.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(1)
  await expect(chips.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(0)
  await expect(listSearch(page)).toBeFocused()
  await page.goBack()
  await page.goBack()
  await button(page, 'Clear all').press('Enter')
  await expect(chips).toHaveCount(0)
  await expect(listSearch(page)).toBeFocused()
})

test('moves the focus on from an empty list, and to the bar of a selection', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=nothing')
  await button(page, 'Show all plants').press('Enter')
  await expect(listSearch(page)).toBeFocused()
  await page.getByRole('checkbox', { name: 'Select Plant 01' }).check()
  const bar = page.getByRole('region', { name: 'Selection' })
  await bar.getByRole('button', { name: 'Select all 40 matching' }).press('Enter')
  await expect(bar).toContainText('40 selected')
  await expect(bar).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(bar.getByRole('button', { name: 'Clear' })).toBeFocused()
})

test('calls a value that is being completed no mistake', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org)
  await listSearch(page).pressSequentially('status:')
  // Written to the address, so that it counts as typed.
  await expect(page).toHaveURL(/q=status/)
  await expect(page.getByRole('option').first()).toBeVisible()
  const mistake = page.getByText(/^Column 1:/)
  await expect(mistake).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(mistake).toBeVisible()
})

test('offers the order in a menu where its column has no room', async ({ page, organization }) => {
  await page.setViewportSize({ width: 768, height: 800 })
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(plantLinks(page).first()).toHaveText('Plant 00')
  const order = page.getByRole('combobox', { name: 'Sort by' })
  await order.selectOption('Name, Z to A')
  await expect(plantLinks(page).first()).toHaveText('Plant 39')
  await order.selectOption('Most urgent first')
  await expect(page).not.toHaveURL(/sort=/)
  await page.setViewportSize({ width: 1440, height: 800 })
  await expect(page.getByRole('columnheader', { name: 'Needs attention' })).toBeVisible()
  await expect(order).toHaveCount(0)
})

test('leaves the search where it is while the number of plants changes', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1_200 })
  await openFleetList(page, org)
  const left = () => listSearch(page).evaluate((field) => field.getBoundingClientRect().left)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Plants 1,200')
  const before = await left()
  await listSearch(page).fill('status:offline')
  await expect(heading).toHaveText(/^Plants \d+ of 1,200$/)
  expect(await left()).toBe(before)
})

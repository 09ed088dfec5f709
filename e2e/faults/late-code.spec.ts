import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { delayMissingCode, missingPart, removeCode } from '../support/lost-code'
import { onePlant } from '../support/one-plant'
import type { Organization } from '../support/organization'

test.use({ isFleetListHeld: true })

const notFound = /status of 404/

/** Opens the list, and a menu whose code is missing, which a message says. */
async function causeMessage(page: Page, org: Organization): Promise<void> {
  await removeCode(page, 'view-menu-items')
  await org.open(page, '/plants')
  await page.getByRole('button', { name: 'View', exact: true }).click()
}

test('a message is readable while the code that shows messages is missing, and then shown properly', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  await removeCode(page, 'companions')
  await causeMessage(page, await organization({ plants: 2 }))
  const messages = page.getByRole('region', { name: 'Notifications' })
  const alert = messages.getByRole('alert').filter({ hasText: 'Couldn’t load the menu' })
  await expect(alert).toBeVisible()
  await page.unrouteAll()
  await missingPart(messages).getByRole('button', { name: 'Try again' }).click()
  await expect(missingPart(page)).toHaveCount(0)
  await expect(alert).toBeVisible()
  await messages.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('Couldn’t load the menu')).toHaveCount(0)
})

test('a message can be dismissed while the code that shows messages is missing', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  await removeCode(page, 'companions')
  await causeMessage(page, await organization({ plants: 2 }))
  const messages = page.getByRole('region', { name: 'Notifications' })
  await expect(messages.getByText('Couldn’t load the menu')).toBeVisible()
  await messages.getByRole('button', { name: 'Dismiss' }).click()
  await expect(messages).toHaveCount(0)
})

test('the end of a session is said while the code of its dialog’s host is missing', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[014]/)
  const org = await organization({ plants: 2 })
  await removeCode(page, 'companions')
  await org.open(page, '/plants')
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await org.endSessions()
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('Your session is over.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in in a new tab' })).toBeVisible()
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await page.unrouteAll()
  await missingPart(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Your session is over' })).toBeVisible()
})

test('a page whose code is late says so instead of leaving the page before on screen', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const org = await organization({ rows: onePlant().rows })
  await org.open(page, '/plants')
  const fail = await delayMissingCode(page, 'plant-page')
  await page.getByRole('link', { name: 'BESS Chomutov' }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('status')).toHaveText('Loading the page…')
  await expect(page).toHaveTitle('Loading… · Plantdeck')
  await expect(page).toHaveURL(/\/plants\/[^/]+$/)
  fail()
  await expect(missingPart(main)).toBeVisible()
  await page.unrouteAll()
  await missingPart(main).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
})

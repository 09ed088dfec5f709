import type { Page } from '@playwright/test'
import { confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { provisioned, save } from '../support/issuing'
import {
  delayMissingCode,
  deployNewVersion,
  removeCode,
  missingPart,
  markPage,
} from '../support/lost-code'
import { onePlant } from '../support/one-plant'

test.use({ isFleetListHeld: true })

const notFound = /status of 404/

test("the start page offers a retry when the application's code is missing", async ({
  page,
  provokes,
}) => {
  provokes(notFound, /dynamically imported module|ERR_FAILED/)
  await removeCode(page, 'app')
  await page.goto('/plants')
  await expect(page.getByRole('alert')).toContainText('Couldn’t load Plantdeck')
  await page.route('/', (route) => route.abort())
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText('The server isn’t responding.')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('signing in fails with a message when its code is missing, then succeeds', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const org = await organization({ plants: 2 })
  await removeCode(page, 'oauth')
  await page.goto('/sign-in?redirect=/plants')
  await org.fillSignIn(page)
  await expect(page.getByRole('alert')).toContainText('Couldn’t reach the server')
  await page.unrouteAll()
  await page.getByLabel('Password', { exact: true }).fill(org.users.admin.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1–2 of 2')).toBeVisible()
})

test('signing in after a deploy reports an outdated page, and keeps the username', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const org = await organization({ plants: 2 })
  await removeCode(page, 'oauth')
  await page.goto('/sign-in?redirect=/plants')
  await deployNewVersion(page)
  const isSamePage = await markPage(page)
  await org.fillSignIn(page)
  await expect(page.getByRole('alert')).toContainText('This page is out of date')
  await expect(page.getByLabel('Username')).toHaveValue(org.users.admin.username)
  expect(await isSamePage()).toBe(true)
})

test("a plant's page with missing code loads after a retry, without a reload", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const org = await organization({ rows: onePlant().rows })
  await org.open(page, '/plants')
  const isSamePage = await markPage(page)
  await removeCode(page, 'plant-page')
  await page.getByRole('link', { name: 'BESS Chomutov' }).click()
  const panel = missingPart(page.getByRole('main'))
  await expect(panel).toContainText('Check your connection and try again.')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-busy')
  await page.unrouteAll()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'BESS Chomutov' })).toBeVisible()
  expect(await isSamePage()).toBe(true)
})

for (const { part, name, open } of [
  {
    part: 'new-plant-dialog',
    name: 'New plant',
    open: (page: Page) => page.getByRole('button', { name: 'New plant' }).click(),
  },
  {
    part: 'command-palette',
    name: 'Search',
    open: (page: Page) => page.keyboard.press('Control+k'),
  },
  { part: 'keys-dialog', name: 'Keyboard', open: (page: Page) => page.keyboard.press('?') },
]) {
  test(`the dialog ${name} with missing code opens after a retry, without a reload`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(notFound)
    const org = await organization({ plants: 2 })
    await removeCode(page, part)
    await org.open(page, '/plants')
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    const isSamePage = await markPage(page)
    await open(page)
    const panel = missingPart(page)
    await expect(panel).toBeVisible()
    await expect(page.getByText('1–2 of 2')).toBeVisible()
    await page.unrouteAll()
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    expect(await isSamePage()).toBe(true)
  })
}

for (const { part, action, name } of [
  { part: 'confirm-dialog', action: 'Suspend', name: 'Suspend BESS Chomutov?' },
  { part: 'edit-plant-dialog', action: 'Edit', name: 'Edit plant' },
]) {
  test(`the ${action} dialog with slow and then missing code opens after a retry, over the page`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(notFound)
    const { id, rows } = onePlant()
    const org = await organization({ rows })
    const failCode = await delayMissingCode(page, part)
    await org.open(page, `/plants/${id}`)
    const heading = page.getByRole('heading', { level: 1, name: 'BESS Chomutov' })
    const open = page.getByRole('button', { name: action, exact: true })
    await open.click()
    await expect(page.getByRole('status').filter({ hasText: 'Opening…' })).toBeVisible()
    failCode()
    const panel = missingPart(page)
    await expect(panel).toBeVisible()
    await expect(heading).toBeVisible()
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect(panel).toHaveCount(0)
    await open.click()
    await expect(panel).toBeVisible()
    await page.unrouteAll()
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('dialog', { name })).toBeVisible()
  })
}

test('a menu with missing code shows an error, and opens at the next click', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const org = await organization({ plants: 2 })
  await removeCode(page, 'menu')
  await org.open(page, '/plants')
  const button = page.locator('[aria-haspopup=menu]:visible').first()
  await button.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t load the menu' })).toBeVisible()
  await page.unrouteAll()
  await button.click()
  await expect(page.getByRole('menu')).toBeVisible()
})

test('the certificate check with missing code loads after a retry, while the secrets stay available', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(notFound)
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING', authMethod: 'MTLS' })
  const org = await organization({ rows })
  await removeCode(page, 'certificate-files')
  await org.open(page, `/plants/${id}?action=provision`)
  await confirmButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Credentials of BESS Chomutov' })
  await expect(dialog.getByText('The files can be saved without the check.')).toBeVisible()
  await page.unrouteAll()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText(/Certificate checked/)).toBeAttached()
})

test("the secret can still be saved when the dialog's code fails to load", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404|dynamically imported module/)
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await removeCode(page, 'show-once-dialog')
  await org.open(page, `/plants/${id}`)
  await page.goto(`/plants/${id}?action=rotate-secret`)
  await confirmButton(page).click()
  await expect(page.getByRole('alert')).toContainText('can’t be displayed, but you can save them')
  await page.getByRole('button', { name: 'Try again' }).click()
  const { name, text } = await save(page, 'Save as JSON')
  expect(name).toBe('S-1-hmac-secret.json')
  expect(JSON.parse(text)).toMatchObject({ hmacSecret: expect.any(String) })
  await page.getByRole('button', { name: 'I have stored it' }).click()
  await expect(page.getByText('can’t be displayed')).toHaveCount(0)
})

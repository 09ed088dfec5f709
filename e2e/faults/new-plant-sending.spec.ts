import { expect, test } from '../support/fixtures'
import {
  createButton,
  creations,
  fillNewPlant,
  newPlantDialog,
  newPlantField,
} from '../support/new-plant'

test('sends nothing while offline, keeps the form, and does not send it later on its own', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_INTERNET_DISCONNECTED/)
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  await context.setOffline(true)
  await createButton(page).click()
  const alert = newPlantDialog(page).getByRole('alert').filter({ hasText: 'not sent' })
  await expect(alert).toContainText('This browser is offline. Nothing was sent.')
  await expect(newPlantField(page, 'Name')).toHaveValue('FVE Zlín')
  await context.setOffline(false)
  // A queued offline click would now be sent as a second request.
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  expect(await creations(org)).toHaveLength(1)
})

test('sends the form even if the browser wrongly reports being offline', async ({
  page,
  organization,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }))
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page)
  await createButton(page).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
  expect(await creations(org)).toHaveLength(1)
})

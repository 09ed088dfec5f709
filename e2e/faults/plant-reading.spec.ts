import { randomUUID } from 'node:crypto'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { openFleetList, openPlants, plantLinks } from '../support/fleet-list'
import { facts, fullPlant, timelineOf } from '../support/full-plant'
import { plantTab } from '../support/plant-tabs'
import { afterRetries } from '../support/refresh'

test('keeps the plant and its time when a refresh fails, and offers a retry when the first load fails', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const id = randomUUID()
  const row = {
    id,
    name: 'FVE Tábor',
    serialNumber: 'R-1',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
  }
  const org = await organization({ rows: [row] })
  const failing = { path: `/plants/${id}$`, kind: 'error-before', times: 3 } as const
  await org.fault(failing)
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('alert')).toContainText('The server failed', afterRetries)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Online', { exact: true })).toBeVisible()
  await org.fault(failing)
  await org.changePlant(id, { status: 'OFFLINE' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText(/As of [-\d]+ [:\d]+ \S+\. Couldn’t refresh/)).toBeVisible(
    afterRetries,
  )
  await expect(page.getByText('Online', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await expect(page.getByText('Couldn’t refresh')).toHaveCount(0)
})

test('a plant of the list has its name and state while it is read, and when it can’t be', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const plant = { name: 'FVE Písek', serialNumber: 'R-2', status: 'OFFLINE' }
  const org = await organization({ rows: [plant] })
  await openFleetList(page, org)
  const release = await org.hold({ path: '/plants/[^/]+$' })
  await plantLinks(page).click()
  await expect(page.getByText('Loading the plant')).toBeAttached()
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Písek')
  await expect(main.getByText('Offline', { exact: true })).toBeVisible()
  await expect(main.getByText(/^Updated .+ ago$/)).toBeVisible()
  await org.fault({ path: '/plants/[^/]+$', kind: 'error-before', times: 100 })
  await release()
  await page.reload()
  await openPlants(page)
  await plantLinks(page).click()
  await expect(page.getByRole('alert')).toContainText('The server failed', afterRetries)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Písek')
  await expect(main.getByText(/^Updated/)).toBeVisible()
})

test('the header shows that the data is not up to date', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const plantId = randomUUID()
  const org = await organization({ rows: [{ id: plantId, name: 'FVE Zlín', serialNumber: 'O-1' }] })
  await org.open(page, `/plants/${plantId}`)
  await expect(plantTab(page, 'Alerts')).toBeVisible()
  const mark = page.getByRole('banner').getByText('Not up to date')
  await expect(mark).toHaveCount(0)
  await org.fault({ path: `/plants/${plantId}$`, kind: 'error-before', times: 3 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(mark).toBeVisible(afterRetries)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(mark).toHaveCount(0)
})

test('failing to load the commands leaves the rest of the page, and can be retried', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 30 })
  const plantId = await fullPlant(org)
  await org.fault({ path: `/plants/${plantId}/commands$`, kind: 'error-before', times: 3 })
  await org.open(page, `/plants/${plantId}`)
  await expect(timelineOf(page)).toContainText('Last seen')
  const failure = page.getByRole('status').filter({ hasText: 'Couldn’t load the commands' })
  await expect(failure).toContainText('The server failed', afterRetries)
  await expect(page.getByText('no commands', { exact: false })).toBeVisible()
  await expect(fact(page, 'Serial number')).toContainText(facts.serialNumber)
  await page.getByRole('button', { name: 'Reload commands' }).click()
  await expect(timelineOf(page)).toContainText('reboot')
  await expect(failure).toHaveCount(0)
})

import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from './support/fixtures'

/** Returns a plant that isn't provisioned yet, as the only row of an organization. */
function newPlant() {
  const plantId = randomUUID()
  return { plantId, rows: [{ id: plantId, name: 'BESS Chomutov', serialNumber: 'LIVE-1' }] }
}

/** Advances the page's clock past the next refresh. */
const untilRefresh = (page: Page) => page.clock.runFor(16_000)

test('the list shows a plant connect, degrade and disconnect without a reload', async ({
  page,
  organization,
}) => {
  const { plantId, rows } = newPlant()
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, '/plants')
  const row = page.getByRole('row', { name: /BESS Chomutov/ })
  await expect(row).toContainText('never')

  await org.connectPlant(plantId)
  await untilRefresh(page)
  await expect(row).toContainText('Online')
  await expect(row).not.toContainText('never')

  await org.connectPlant(plantId, { state: 'degraded' })
  await untilRefresh(page)
  await expect(row).toContainText('Degraded')

  await org.disconnectPlant(plantId)
  await untilRefresh(page)
  await expect(row).toContainText('Offline')
})

test("the Security tab shows a plant's certificate and state without a reload", async ({
  page,
  organization,
}) => {
  const { plantId, rows } = newPlant()
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${plantId}/security`)
  const main = page.getByRole('main')
  await expect(main).toContainText('Pending')

  await org.connectPlant(plantId)
  const plant = (await (await org.call('GET', `/plants/${plantId}`)).json()) as Record<
    'certificateSerialNumber' | 'certificateFingerprint',
    string
  >
  await untilRefresh(page)
  await expect(main).toContainText('Online')
  await expect(main).toContainText('Active')
  await expect(main).toContainText(plant.certificateSerialNumber)
  await expect(main).toContainText(plant.certificateFingerprint)

  await org.call('POST', `/plants/${plantId}/suspend`)
  await untilRefresh(page)
  await expect(main).toContainText('Offline')
  await expect(main).toContainText('Suspended')
  await org.disconnectPlant(plantId)
})

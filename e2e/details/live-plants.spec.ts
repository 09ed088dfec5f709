import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { untilRefresh } from '../support/refresh'

/** Returns a plant that isn't provisioned yet, as the only row of an organization. */
const newPlant = () => onePlant({ serialNumber: 'LIVE-1', lifecycleStatus: 'PENDING' })

test('the list shows a plant connect, degrade and disconnect without a reload', async ({
  page,
  organization,
}) => {
  const { id, rows } = newPlant()
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, '/plants')
  const row = page.getByRole('row', { name: /BESS Chomutov/ })
  await expect(row).toContainText('never')

  await org.connectPlant(id)
  await untilRefresh(page)
  await expect(row).toContainText('Online')
  await expect(row).not.toContainText('never')

  await org.connectPlant(id, { state: 'degraded' })
  await untilRefresh(page)
  await expect(row).toContainText('Degraded')

  await org.disconnectPlant(id)
  await untilRefresh(page)
  await expect(row).toContainText('Offline')
})

test("the Security tab shows a plant's certificate and state without a reload", async ({
  page,
  organization,
}) => {
  const { id, rows } = newPlant()
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/security`)
  const main = page.getByRole('main')
  await expect(main).toContainText('Pending')

  await org.connectPlant(id)
  const plant = await org.read<
    Record<'certificateSerialNumber' | 'certificateFingerprint', string>
  >(`/plants/${id}`)
  await untilRefresh(page)
  await expect(main).toContainText('Online')
  await expect(main).toContainText('Active')
  await expect(main).toContainText(plant.certificateSerialNumber)
  await expect(main).toContainText(plant.certificateFingerprint)

  await org.call('POST', `/plants/${id}/suspend`)
  await untilRefresh(page)
  await expect(main).toContainText('Offline')
  await expect(main).toContainText('Suspended')
  await org.disconnectPlant(id)
})

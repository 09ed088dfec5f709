import { expect, test } from '../support/fixtures'
import { openFleetList, plantRow } from '../support/fleet-list'
import { onePlant } from '../support/one-plant'

for (const width of ['', ' @phone']) {
  test(`says that a plant waits for credentials${width}`, async ({ page, organization }) => {
    const { rows } = onePlant({ lifecycleStatus: 'PENDING', authMethod: 'MTLS' })
    const org = await organization({ rows })
    await openFleetList(page, org)
    const row = plantRow(page, 'BESS Chomutov')
    await expect(row).toContainText('Waiting for credentials')
    await expect(row).toContainText('none yet')
  })
}

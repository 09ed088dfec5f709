import { expect, test } from '../support/fixtures'
import { openFleetList, plantLinks, plantRow } from '../support/fleet-list'
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

test('lists what waits for credentials after every problem, and before the rest', async ({
  page,
  organization,
}) => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const named = (name: string, place: number, fields: Record<string, unknown>) => ({
    id: crypto.randomUUID().replace(/^./, String(place)),
    name,
    serialNumber: name,
    lifecycleStatus: 'PENDING',
    ...fields,
  })
  const org = await organization({
    rows: [
      named('Healthy', 1, { lifecycleStatus: 'ACTIVE', status: 'ONLINE', lastSeenAt: ago(0) }),
      named('Created today', 2, { createdAt: ago(0) }),
      named('Created in May', 3, { createdAt: ago(200) }),
      named('Never connected', 4, { lifecycleStatus: 'PROVISIONED', createdAt: ago(0) }),
    ],
  })
  await openFleetList(page, org)
  await expect(plantLinks(page)).toHaveText([
    'Never connected',
    'Created in May',
    'Created today',
    'Healthy',
  ])
})

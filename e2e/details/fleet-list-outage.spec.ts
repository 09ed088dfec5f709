import { expect, test } from '../support/fixtures'
import { openFleetList, plantLinks } from '../support/fleet-list'

const names = ['A', 'B', 'C', 'D', 'E']
const online = { status: 'ONLINE', lifecycleStatus: 'ACTIVE' }

test('reports that a small fleet went offline at once, until it is back', async ({
  page,
  organization,
}) => {
  const rows = names.map((name) => ({
    id: crypto.randomUUID(),
    name,
    serialNumber: name,
    ...online,
  }))
  const org = await organization({ rows })
  const setAll = (status: string) =>
    Promise.all(rows.map(({ id }) => org.changePlant(id, { status })))
  const refresh = page.getByRole('button', { name: 'Refresh now' })
  const notice = page.getByText('Nearly all connected plants went offline at once')
  await openFleetList(page, org)
  await expect(plantLinks(page)).toHaveCount(5)
  await setAll('OFFLINE')
  await refresh.click()
  await expect(notice).toBeVisible()
  await expect(page.getByText('5 of 5 connected plants disconnected between')).toBeVisible()
  await setAll('ONLINE')
  await refresh.click()
  await expect(notice).toHaveCount(0)
})

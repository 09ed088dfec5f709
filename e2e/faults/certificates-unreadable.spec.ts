import { certifiedPlant, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { csvTable, saveWith } from '../support/saved-files'

interface Listed {
  data: { name: string }[]
  meta: unknown
}

test('shows the number of unreadable expiries, and doesn’t call the other plants safe', async ({
  page,
  organization,
}) => {
  const names = ['Urgent', 'Odd A', 'Odd B']
  const org = await organization({ rows: names.map((name) => certifiedPlant(name, 3)) })
  const { data, meta } = await org.read<Listed>('/plants?limit=100')
  const rows = data.map((plant) =>
    plant.name.startsWith('Odd') ? { ...plant, certificateExpiresAt: {} } : plant,
  )
  await org.fault({
    path: '/api/v1/plants$',
    kind: 'response',
    body: { data: rows, meta },
    times: 100,
  })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveText(['Urgent'])
  await expect(page.getByText('The expiry of 2 of them couldn’t be read.')).toBeVisible()
  const { facts } = csvTable(await saveWith(page, 'Export CSV'))
  expect(facts).toMatchObject({
    'Unreadable expiries': '2, which no row lists',
    'Expiring soon differs': expect.stringMatching(/^Plant list: 1\./),
  })
  // The one that can be read has been renewed.
  const renewed = rows.map((plant) =>
    plant.name === 'Urgent' ? { ...plant, certificateExpiresAt: '2099-01-01T00:00:00Z' } : plant,
  )
  await org.clearFaults()
  await org.fault({
    path: '/api/v1/plants$',
    kind: 'response',
    body: { data: renewed, meta },
    times: 100,
  })
  await page.reload()
  await expect(page.getByText('No certificates at risk found so far')).toBeVisible()
  await expect(
    page.getByText('The list isn’t proven complete yet, or some expiries are unreadable'),
  ).toBeVisible()
})

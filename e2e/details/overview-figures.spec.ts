// The same fleet has the same figures on every page, and each figure leads to a list of as many plants.
import { certifiedPlant, offline, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { plantLinks } from '../support/fleet-list'
import { dayMs, fromNow } from '../support/instants'
import { overviewPanel, tileLine } from '../support/overview'
import { expectNoViolations } from '../support/violations'

const suspended = { lifecycleStatus: 'SUSPENDED', ...offline() }

const fleet = () => [
  certifiedPlant('Expired 1', -3),
  certifiedPlant('Expired 2', -4),
  certifiedPlant('Expired, suspended', -5, suspended),
  certifiedPlant('Expired, revoked', -6, { ...suspended, lifecycleStatus: 'REVOKED' }),
  certifiedPlant('Urgent 1', 2),
  certifiedPlant('Urgent 2', 3),
  certifiedPlant('Urgent 3', 4),
  certifiedPlant('Urgent, suspended', 5, suspended),
  certifiedPlant('Offline 1', 400, offline()),
  certifiedPlant('Offline 2', 400, offline()),
  certifiedPlant('Offline for a moment', 400, { status: 'OFFLINE' }),
  certifiedPlant('New', 400, {
    status: 'OFFLINE',
    lifecycleStatus: 'PROVISIONED',
    lastSeenAt: null,
    createdAt: fromNow(-3 * dayMs),
  }),
]

test('the overview, the menu and the certificates page agree on what is due', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fleet() })
  await org.open(page, '/')
  const queue = overviewPanel(page, 'Needs attention')
  const expired = queue.getByRole('listitem').filter({ hasText: '3 certificates have expired' })
  await expect(expired).toContainText('1 belongs to a plant not in service.')
  await expect(
    queue.getByRole('heading', { name: '4 certificates expire within 7 days' }),
  ).toBeVisible()
  await expect(
    page.getByRole('link', { name: 'Certificates, 7 expired or expiring within 7 days' }),
  ).toBeVisible()
  await expectNoViolations(page, 'overview')
  await expired.getByRole('link', { name: /Show the certificates?/ }).click()
  await expect(plantLinks(page)).toHaveText(['Expired 2', 'Expired 1', 'Expired, suspended'])
  await page.getByRole('link', { name: /^Certificates, 7 expired/ }).click()
  await expect(page.getByText(/^7 certificates at risk \(3 of them expired\)/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Expiry' }).selectOption('Urgent (4)')
  await expect(riskyPlants(page)).toHaveText([
    'Urgent 1',
    'Urgent 2',
    'Urgent 3',
    'Urgent, suspended',
  ])
})

test('the overview accounts for every offline plant', async ({ page, organization }) => {
  const org = await organization({ rows: fleet() })
  await org.open(page, '/')
  const queue = overviewPanel(page, 'Needs attention')
  await expect(tileLine(page, 'Connection', 'Offline')).toContainText('7')
  await expect(queue).toContainText('Of 7 offline plants, 2 are listed above. Not listed:')
  const lists: [string, string[]][] = [
    ['3 not in service', ['Expired, suspended', 'Expired, revoked', 'Urgent, suspended']],
    ['1 that has never connected', ['New']],
    ['1 last seen within 15 minutes', ['Offline for a moment']],
  ]
  for (const [name, plants] of lists) {
    await queue.getByRole('link', { name }).click()
    await expect(plantLinks(page)).toHaveCount(plants.length)
    for (const plant of plants)
      await expect(page.getByRole('link', { name: plant, exact: true })).toBeVisible()
    await page.goBack()
  }
  await queue
    .getByRole('listitem')
    .filter({ hasText: '2 plants are offline' })
    .getByRole('link', { name: /Show the plants?$/ })
    .click()
  await expect(plantLinks(page)).toHaveText([/^Offline \d$/, /^Offline \d$/])
})

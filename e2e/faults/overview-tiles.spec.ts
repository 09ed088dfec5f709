import { certifiedPlant } from '../support/certificates'
import { configure } from '../support/deployment'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { overviewPanel, tileLine } from '../support/overview'
import { afterRetries } from '../support/refresh'

const rows = () => ['A', 'B', 'C'].map((name) => certifiedPlant(name, 200))
const list = '/api/v1/plants$'

test('shows the tiles without a number until the list answers', async ({ page, organization }) => {
  const org = await organization({ rows: rows() })
  const release = await org.hold({ path: list })
  await org.open(page, '/')
  await expect(page.getByText('Loading the figures')).toBeAttached()
  await expect(overviewPanel(page, 'Connection')).toHaveText('Connection')
  await release()
  await page.reload()
  await expect(tileLine(page, 'Connection', 'Online')).toHaveText(/3\s*100\s%/)
})

test('says that the list failed, tries again, and keeps older figures marked as such', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ rows: rows() })
  const failing = { path: list, kind: 'error-before', times: 100 } as const
  const repair = await org.fault(failing)
  await org.open(page, '/')
  await expect(page.getByText('Couldn’t load the plants')).toBeVisible(afterRetries)
  await expect(overviewPanel(page, 'Connection')).toHaveCount(0)
  await repair()
  await button(page, 'Try again').click()
  await expect(tileLine(page, 'Connection', 'Online')).toHaveText(/3\s*100\s%/)
  await org.fault(failing)
  await button(page, 'Refresh now').click()
  await expect(page.getByText('Couldn’t refresh')).toBeVisible(afterRetries)
  await expect(tileLine(page, 'Connection', 'Online')).toHaveText(/3\s*100\s%/)
})

test('counts nothing of a fleet over the limit, and says why', async ({ page, organization }) => {
  await configure(page, { fleetLimit: 2 })
  const org = await organization({ rows: rows() })
  await org.open(page, '/')
  await expect(page.getByText('the fleet is too large to be counted here')).toBeVisible()
  await expect(page.getByText('The fleet has 3 plants.')).toBeVisible()
  await expect(overviewPanel(page, 'Connection')).toHaveCount(0)
  await page.getByRole('link', { name: 'Show plants' }).click()
  await expect(page.getByText('1–3 of 3')).toBeVisible()
})

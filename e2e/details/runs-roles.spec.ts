import type { Page } from '@playwright/test'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openFleetList } from '../support/fleet-list'
import { expectNoViolations } from '../support/violations'

/** Plants that a test has for itself. */
const twoPlants = () =>
  ['Alfa', 'Beta'].map((name, at) => ({
    id: crypto.randomUUID(),
    name,
    serialNumber: `SN-${name.toUpperCase()}`,
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: at === 0 ? 'ACTIVE' : 'SUSPENDED',
  }))

const main = (page: Page) => page.getByRole('main')
const action = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const noSuspending = 'Only administrators can suspend plants.'

test('an operator can’t choose an action of administrators for a run, and sees why', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: twoPlants() })
  await org.open(page, '/commands/new?q=alfa', 'operator')
  await expect(action(page, 'Send command')).toBeChecked()
  await expect(action(page, 'Suspend')).toBeDisabled()
  await expect(action(page, 'Suspend')).toHaveAccessibleDescription(noSuspending)
  await expect(action(page, 'Reactivate')).toBeDisabled()
  await expect(main(page)).toContainText('Only administrators can reactivate plants.')
  await expectNoViolations(page, 'a new run of an operator')
})

test('a link to a run that the role may not plan says why, and leads to one that it may', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: twoPlants() })
  await org.open(page, '/commands/new?kind=suspend&q=alfa', 'operator')
  await expect(main(page)).toContainText(noSuspending)
  await expect(main(page)).not.toContainText('take part')
  await expect(main(page)).not.toContainText('Goes first')
  await button(page, 'Send a command instead').press('Enter')
  await expect(page).toHaveURL(/kind=command/)
  await expect(main(page)).toBeFocused()
  await expect(main(page)).toContainText('1 of 1 take part')
})

test('an administrator can choose each action', async ({ page, organization }) => {
  const org = await organization({ rows: twoPlants() })
  await org.open(page, '/commands/new?q=alfa')
  await action(page, 'Suspend').check()
  await expect(main(page)).toContainText('1 of 1 take part')
  await action(page, 'Reactivate').check()
  await expect(main(page)).toContainText('0 of 1 take part')
})

test('the list explains only the actions that the role may plan for its plants', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: twoPlants() })
  await openFleetList(page, org, '/plants?sort=name', 'operator')
  const bar = page.getByRole('region', { name: 'Selection', exact: true })
  for (const name of ['Alfa', 'Beta'])
    await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await bar.getByText('Why not all?').click()
  await expect(bar).toContainText('Send command1: Suspended')
  await expect(bar).toContainText(noSuspending)
  await expect(bar).not.toContainText('already suspended')
  await page.getByRole('checkbox', { name: 'Select Beta' }).uncheck()
  await expect(bar).toContainText('1 of 1 eligible')
  await expect(bar.getByText('Why not all?')).toBeHidden()
})

test('the list asks no question for a role that may plan nothing', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: twoPlants() })
  await openFleetList(page, org, '/plants?sort=name', 'support')
  const bar = page.getByRole('region', { name: 'Selection', exact: true })
  await page.getByRole('checkbox', { name: 'Select Beta' }).check()
  await expect(bar).toContainText('Only operators and administrators can send commands.')
  await expect(bar).toContainText(noSuspending)
  await expect(bar.getByText('Counting')).toBeHidden()
  await expect(bar.getByText('Why not all?')).toBeHidden()
})

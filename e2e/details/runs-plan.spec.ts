import type { Locator, Page } from '@playwright/test'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openFleetList } from '../support/fleet-list'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { expectNoViolations } from '../support/violations'

const states: [name: string, status: string, lifecycleStatus: string][] = [
  ['Alfa', 'ONLINE', 'ACTIVE'],
  ['Beta', 'OFFLINE', 'ACTIVE'],
  ['Gama', 'ONLINE', 'SUSPENDED'],
  ['Delta', 'ONLINE', 'ACTIVE'],
]
/** Plants that a test has for itself: their serial numbers are SN-ALFA and so on. */
const fourPlants = () =>
  states.map(([name, status, lifecycleStatus]) => ({
    id: crypto.randomUUID(),
    name,
    serialNumber: `SN-${name.toUpperCase()}`,
    type: 'GATEWAY',
    status,
    lifecycleStatus,
  }))

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const chosen = (page: Page) => page.getByRole('table', { name: 'Chosen plants' })
const names = async (page: Page) =>
  (await chosen(page).getByRole('row').locator('td:first-child').allInnerTexts()).toSorted()
const create = (page: Page): Locator => button(page, 'Create plan')

test('plans a command for the selected plants, and says who is left out', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fourPlants() })
  await openFleetList(page, org, '/plants?sort=name')
  for (const [name] of states) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  const bar = panel(page, 'Selection')
  await expect(bar).toContainText('2 of 4 eligible')
  await bar.getByText('Why not all?').click()
  await expect(bar).toContainText('Suspend1: The plant is already suspended')
  await button(page, 'Send command').click()
  await expect(page).toHaveURL(/\/commands\/new\?kind=command&from=selection$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New run')
  await expect(panel(page, 'Plants')).toContainText('4 plants chosen')
  const preview = panel(page, 'Preview')
  await expect(preview).toContainText('2 of 4 take part')
  await button(page, '1 left out: Offline').click()
  await expect.poll(() => names(page)).toEqual(['Beta'])
  await expect(chosen(page)).toContainText('Left out: Offline')
  await button(page, '1 left out: Offline').click()
  await expect.poll(() => names(page)).toEqual(['Alfa', 'Beta', 'Delta', 'Gama'])
  await page.getByRole('checkbox', { name: 'Include plants that may not receive it' }).check()
  await expect(preview).toContainText('4 of 4 take part')
  // The first plant is a connected one, although another comes first by name.
  const first = chosen(page).getByRole('row').filter({ hasText: 'Goes first' })
  await expect(first).toContainText('Online')
  await page.getByLabel('Command', { exact: true }).fill('GET_INFO')
  await page.getByLabel('Note').fill('Ticket 42')
  await create(page).click()
  await expect(page).toHaveURL(/\/commands\/runs\/[\w-]+$/)
  await expect(page.getByRole('main')).toContainText('GET_INFO')
  await expect(page.getByRole('main')).toContainText('Ticket 42')
})

test('shows the exact bytes, and the place of a mistake in the payload', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fourPlants() })
  await org.open(page, '/commands/new?q=alfa')
  await expect(panel(page, 'Preview')).toContainText('1 of 1 take part')
  // It would include no other plant.
  await expect(page.getByRole('checkbox', { name: /^Include plants that may not/ })).toBeHidden()
  await create(page).click()
  await expect(page.getByText('Required.')).toBeVisible()
  await page.getByLabel('Command', { exact: true }).fill('HOLD')
  await page.getByLabel('Payload').fill('{\n  "power": 1.50,\n}')
  await expect(panel(page, 'Action')).toContainText('Line 2, column 16: nothing follows this comma')
  await page.getByLabel('Payload').fill('{"power": 1.50}')
  await page.getByLabel('Target').fill('INV-1')
  await expect(panel(page, 'What is sent')).toContainText(
    '{"command":"HOLD","target":"INV-1","payload":{"power": 1.50}}',
  )
  await panel(page, 'Settings').getByText('1 plant first, watched for 30 s').click()
  await page.getByLabel('Plants first').fill('7')
  await expect(panel(page, 'Settings')).toContainText('Some settings need a correction.')
  await create(page).click()
  await expect(page.getByText('A whole number from 1 to 3.')).toBeVisible()
  await page.getByLabel('Plants first').fill('2')
  await button(page, 'Add limit').click()
  await page.getByLabel('Of one').selectOption('type')
  await expect(panel(page, 'Settings')).toContainText('2 plants first')
  await expect(panel(page, 'Settings')).toContainText('Counted over the 4 plants')
  await page.getByLabel('Of one').selectOption('group')
  await expect(create(page)).toHaveAccessibleDescription(/^A limit by group needs the groups/)
  // What was typed isn't lost by a click.
  const plantsLink = page.getByRole('link', { name: 'Plants', exact: true })
  await plantsLink.click()
  await expect(page.getByText('Discard changes?')).toBeVisible()
  await button(page, 'Keep editing').click()
  await expect(page.getByLabel('Command', { exact: true })).toHaveValue('HOLD')
  await plantsLink.click()
  await button(page, 'Discard').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Plants/)
})

test('finds pasted serial numbers and IDs, and lists what it can’t use', async ({
  page,
  organization,
}) => {
  const [alfa, beta, gama, delta] = fourPlants()
  // Serial numbers may differ by case alone.
  const twin = { ...gama, id: crypto.randomUUID(), serialNumber: 'sn-gama' }
  const rows = [alfa, beta, gama, delta, twin].map((row) => ({ ...row }))
  const org = await organization({ rows })
  await org.open(page, '/commands/new?from=pasted')
  await expect(create(page)).toHaveAccessibleDescription('Choose at least one plant.')
  const field = page.getByLabel('Serial numbers or IDs').and(page.locator('textarea'))
  await field.fill(`sn-alfa, ${delta?.id}\nSN-NONE\nsn beta\nSN-ALFA Sn-Gama`)
  const plants = panel(page, 'Plants')
  await expect(plants).toContainText('3 plants chosen')
  await expect(plants).toContainText(
    '1 serial number found with different separatorssn beta → SN-BETA',
  )
  await expect(plants).toContainText('1 item not foundSN-NONE')
  await expect(plants).toContainText('1 item named more than once, used onceSN-ALFA')
  await expect(plants).toContainText(
    'exact serial number or the IDSn-Gama (2 plants: SN-GAMA, sn-gama)',
  )
  await expect.poll(() => names(page)).toEqual(['Alfa', 'Beta', 'Delta'])
})

test('narrows the choice to groups, and lists plants that can’t be read', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/404/)
  const rows = fourPlants()
  const [alfa, beta, gama, delta] = rows
  const org = await organization({ rows })
  await org.addGroups(alfa?.id ?? '', ['West', 'North'])
  await org.addGroups(beta?.id ?? '', ['East'])
  // Another group of the same name.
  await org.addGroups(gama?.id ?? '', ['East'])
  const repair = await org.fault({
    path: `/plants/${delta?.id}$`,
    kind: 'response',
    status: 404,
    body: { code: 'X', message: 'Lost' },
    times: 100,
  })
  const release = await org.hold({ path: `/plants/${gama?.id}$`, method: 'GET' })
  await org.open(page, '/commands/new?q=type:gateway')
  const plants = panel(page, 'Plants')
  await expect(plants).toContainText('4 plants chosen')
  await button(page, 'Read the groups of 4 plants').click()
  await expect(plants).toContainText('2 of 4 read')
  await expect(create(page)).toHaveAccessibleDescription('The groups are still being read.')
  await button(page, 'Cancel reading').click()
  await expect(button(page, 'Read the groups of 2 plants')).toBeVisible()
  await release()
  // The request under way when it was cancelled still counts.
  await expect(plants).toContainText('3 of 4 read')
  await button(page, 'Read the groups of 1 plant').click()
  await expect(plants).toContainText('1 plant couldn’t be read')
  await expect(plants).toContainText('Delta')
  await page.getByRole('checkbox', { name: 'West 1' }).check()
  await expect.poll(() => names(page)).toEqual(['Alfa'])
  await expect(page.getByRole('checkbox', { name: /^East [\w-]+ 1$/ })).toHaveCount(2)
  await expect(plants).toContainText('1 plant left out: their groups weren’t read.')
  await repair()
  await button(page, 'Read the groups of 1 plant').click()
  await expect(plants).toContainText('4 of 4 read')
  await page.getByRole('checkbox', { name: 'No group 1' }).check()
  await expect.poll(() => names(page)).toEqual(['Alfa', 'Delta'])
})

test('says what suspending does, and to how many plants', async ({ page, organization }) => {
  const org = await organization({ rows: fourPlants() })
  await org.open(page, '/commands/new?kind=suspend&q=type:gateway')
  const consequences = page.getByRole('region', { name: 'Consequences' })
  await expect(consequences).toContainText(
    'The plant is disconnected immediately. It stops reporting and receives no commands. (2 plants)',
  )
  await expect(consequences).toContainText('can be reactivated at any time. (all 3 plants)')
  await expect(panel(page, 'Preview')).toContainText('3 of 4 take part')
  await expect(create(page)).not.toHaveAttribute('aria-disabled')
  await page.getByRole('radio', { name: 'Reactivate' }).check()
  await expect(consequences).toContainText('The plant can connect again')
  await expect(panel(page, 'Preview')).toContainText('1 of 4 take part')
})

test('has no accessibility violations, and fits a phone', async ({ page, organization }) => {
  const org = await organization({ rows: fourPlants() })
  await org.open(page, '/commands/new?q=type:gateway')
  await expect(panel(page, 'Preview')).toContainText('2 of 4 take part')
  await page.getByLabel('Command', { exact: true }).fill('HOLD')
  await panel(page, 'Settings').getByText('1 plant first').click()
  await button(page, 'Add limit').click()
  await expectNoViolations(page, 'the plan')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(chosen(page)).toHaveAttribute('data-cards')
  expect(await sidewaysOverflow(page)).toBe(0)
  await expectNoViolations(page, 'the plan on a phone')
})

test('Enter closes the list of commands before it creates the plan', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: fourPlants() })
  await org.open(page, '/commands/new?kind=command&q=alfa')
  const command = page.getByRole('combobox', { name: 'Command' })
  await command.pressSequentially('GET_')
  await expect(page.getByRole('option', { name: /^GET_INFO/ })).toBeVisible()
  await command.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page).toHaveURL(/\/commands\/new/)
  await expect(command).toBeFocused()
  await command.press('ArrowDown')
  await command.press('ArrowDown')
  await command.press('Enter')
  await expect(command).toHaveValue('GET_INFO')
  await command.press('Enter')
  await expect(page).toHaveURL(/\/commands\/runs\//)
})

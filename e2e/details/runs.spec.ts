import { sentItems } from '../support/commands'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPlan, planFile, runningFleet, startRun, stateCount } from '../support/runs'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { expectNoViolations } from '../support/violations'

for (const width of ['', ' @phone']) {
  test(`axe finds no violations on the pages of runs${width}`, async ({ page, organization }) => {
    const { org, plants } = await runningFleet(organization, 3)
    await org.open(page, '/commands', 'operator')
    await expect(page.getByText('No runs on this device')).toBeVisible()
    await expectNoViolations(page, 'no runs')
    await openPlan(page, await planFile(org, plants, { note: 'Inventory' }))
    await expectNoViolations(page, 'plan')
    await button(page, 'Start run').click()
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await expectNoViolations(page, 'start')
    await button(page, 'Cancel').click()
    await startRun(page, 3)
    await expect(stateCount(page, 'OK')).toHaveText('OK 3')
    await expectNoViolations(page, 'results')
    await page.goto('/commands')
    await expect(page.getByRole('table', { name: 'Runs' })).toContainText('3 OK')
    await expectNoViolations(page, 'runs')
  })
}

test('the page of a plant marks the command of a run as sent from this browser', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 2)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await startRun(page, 2)
  await expect(stateCount(page, 'OK')).toHaveText('OK 2')
  await page.goto(`/plants/${plants[1]?.id ?? ''}/commands`)
  await expect(sentItems(page)).toContainText('GET_INFO')
  await expect(sentItems(page)).toContainText('Acknowledged')
  await page.getByRole('checkbox', { name: 'Only from this browser' }).check()
  await expect(page.getByRole('main')).toContainText('1 shown')
  await expect(page.getByRole('table').getByText('This browser')).toBeVisible()
})

test('a run is planned, started and read by keyboard alone', async ({ page, organization }) => {
  const { org, plants } = await runningFleet(organization, 2)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await button(page, 'Start run').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Number of plants' }).waitFor()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(stateCount(page, 'OK')).toHaveText('OK 2')
  await stateCount(page, 'OK').focus()
  await page.keyboard.press('Space')
  await expect(stateCount(page, 'OK')).toHaveAttribute('aria-pressed', 'true')
})

test('the pages of runs fit a window at 400 % zoom', async ({ page, organization }) => {
  const { org, plants } = await runningFleet(organization, 2)
  await page.setViewportSize({ width: 320, height: 256 })
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
})

test('suspending many plants says what it does, and each plant’s page agrees', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 2)
  await org.open(page, '/commands')
  await openPlan(page, await planFile(org, plants, { kind: 'suspend' }))
  const consequences = page.getByRole('region', { name: 'Consequences' })
  await expect(consequences).toContainText('disconnected immediately')
  await expect(consequences).toContainText('(all 2 plants)')
  await startRun(page, 2)
  await expect(stateCount(page, 'OK')).toHaveText('OK 2')
  await page.getByRole('link', { name: 'Plant 001' }).click()
  await expect(page.getByRole('main')).toContainText('Suspended')
})

test('a person who may not send sees the plan, and why it can’t be started', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 1)
  await org.open(page, '/commands', 'support')
  await openPlan(page, await planFile(org, plants))
  await button(page, 'Start run').hover()
  await expect(
    page.getByText('Only operators and administrators can send commands.').first(),
  ).toBeVisible()
  await button(page, 'Start run').click({ force: true })
  await expect(page.getByRole('alertdialog')).toBeHidden()
})

test('a person who may start no run sees why, and no form', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/commands', 'support')
  await expect(button(page, 'New run')).toHaveAccessibleDescription(
    'Only operators and administrators can send commands.',
  )
  await page.goto('/commands/new?kind=suspend')
  await expect(page.getByRole('heading', { level: 1, name: 'New run' })).toBeVisible()
  await expect(page.getByText('Only operators and administrators can send commands.')).toBeVisible()
  await expect(button(page, 'Create plan')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
  await expectNoViolations(page, 'new run')
  await page.getByRole('main').getByRole('link', { name: 'Go to Commands' }).click()
  await expect(page.getByText('Open the file of a plan')).toBeVisible()
})

import { expect, test } from '../support/fixtures'
import { listPlants, openPlan, planFile, runningFleet, startRun, stateCount } from '../support/runs'

test('a colleague reviews a plan’s file in another browser and carries it out', async ({
  page,
  organization,
  browser,
}) => {
  const { org, plants } = await runningFleet(organization, 3)
  const file = await planFile(org, plants, { note: 'Inventory before the update' })
  const context = await browser.newContext()
  const colleague = await context.newPage()
  await org.open(colleague, '/commands', 'admin')
  await openPlan(colleague, file)
  await expect(colleague.getByRole('main')).toContainText('Inventory before the update')
  await expect(colleague.getByRole('main')).toContainText(file.hash)
  await expect(colleague.getByRole('main')).toContainText('{"command":"GET_INFO"}')

  const changed = file.text.replaceAll('GET_INFO', 'REBOOT')
  await colleague.getByRole('link', { name: 'Commands' }).first().click()
  await colleague.getByLabel('Plan file').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(changed),
  })
  await expect(colleague.getByText('The run was changed after it was saved')).toBeVisible()
  await context.close()

  await org.open(page, '/commands', 'operator')
  await openPlan(page, file)
  await startRun(page, 3)
  await expect(stateCount(page, 'OK')).toHaveText('OK 3')
})

test('a reviewer sees the expected state of each plant, all settings and what limits allow', async ({
  page,
  organization,
  provokes,
}) => {
  // The platform refuses a command to a suspended plant.
  provokes(/400/)
  const { org, plants } = await runningFleet(organization, 4)
  await org.changePlant(plants[3]?.id ?? '', { lifecycleStatus: 'SUSPENDED' })
  const limits = [{ attribute: 'type', percent: 50 }]
  const file = await planFile(org, await listPlants(org), { settings: { canary: 2, limits } })
  await org.open(page, '/commands', 'operator')
  await openPlan(page, file)
  await expect(page).toHaveTitle(/^GET_INFO to 4 plants/)
  const plan = page.getByRole('table', { name: 'Plants of the plan' })
  await expect(plan.getByRole('row', { name: /Online Active Goes first/ })).toHaveCount(2)
  await expect(plan.getByRole('row', { name: /Online Active In a wave/ })).toHaveCount(1)
  await expect(plan.getByRole('row', { name: /Suspended In a wave/ })).toHaveCount(1)
  const review = page.getByRole('region', { name: 'Plan', exact: true })
  await expect(review).toContainText('Answer within (s)5')
  await expect(review).toContainText('At once4')
  await expect(review).toContainText(/At most 2 of 4 plants with type \w+/)
  await startRun(page, 4)
  await expect(page.getByRole('main')).toContainText('Finished')
  await expect(plan).toBeHidden()
  await page.getByText('The plan', { exact: true }).click()
  await expect(plan).toBeVisible()
})

test('a run suspends plants, and shows those that another person suspended before', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 4)
  const file = await planFile(org, plants, { kind: 'suspend' })
  await org.call('POST', `/plants/${plants[3]?.id}/suspend`)
  await org.open(page, '/commands')
  await openPlan(page, file)
  await startRun(page, 4)
  await expect(stateCount(page, 'OK')).toHaveText('OK 3')
  await expect(stateCount(page, 'Held back')).toHaveText('Held back 1')
  const states = (await listPlants(org)).map(({ lifecycleStatus }) => lifecycleStatus)
  expect(states).toEqual(plants.map(() => 'SUSPENDED'))
})

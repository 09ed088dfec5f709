import { button } from './support/dialogs'
import { expect, test } from './support/fixtures'
import { openPlan, planFile, recordsOf, runningFleet, startRun, stateCount } from './support/runs'

test('a run asks its plants over the broker and shows what each one answered', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 8)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await startRun(page, 8)
  await expect(stateCount(page, 'OK')).toHaveText('OK 8')
  await expect(page.getByRole('main')).toContainText('Finished')
  await expect(page).toHaveTitle(/^8\/8 answered, finished · GET_INFO/)
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('no plant is touched after the first one has answered and dropped off', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 5)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants, { settings: { bakeS: 4 } }))
  await startRun(page, 5)
  await expect(stateCount(page, 'OK')).toHaveText('OK 1')
  await org.disconnectPlant(plants[0]?.id ?? '')
  await expect(page.getByRole('main')).toContainText('Stopped automatically')
  await expect(page.getByRole('main')).toContainText('is Offline after its answer')
  expect(await recordsOf(org, plants)).toEqual([1, 0, 0, 0, 0])
})

test('nothing is sent after a reload until the user resumes, and no plant is asked twice', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 12)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants, { settings: { perMinute: 120 } }))
  await startRun(page, 12)
  await expect(stateCount(page, 'OK')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toContainText('was closed or reloaded')
  const before = (await recordsOf(org, plants)).filter((count) => count > 0).length
  expect(before).toBeLessThan(12)
  await expect(stateCount(page, 'OK')).toHaveText(`OK ${before}`)
  const later = await recordsOf(org, plants)
  expect(later.filter((count) => count > 0).length).toBe(before)
  await button(page, 'Resume').click()
  await expect(stateCount(page, 'OK')).toHaveText('OK 12', { timeout: 30_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('plants that changed after the plan are held back, and get nothing', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 7)
  const file = await planFile(org, plants)
  const changes = [
    { name: 'Renamed' },
    { serialNumber: 'OTHER' },
    { lifecycleStatus: 'SUSPENDED' },
    { type: 'SENSOR' },
    { status: 'OFFLINE' },
  ]
  for (const [at, change] of changes.entries()) {
    await org.changePlant(plants[at]?.id ?? '', change)
  }
  await org.open(page, '/commands', 'operator')
  await openPlan(page, file)
  await startRun(page, 7)
  await expect(page.getByRole('main')).toContainText('Finished')
  await expect(stateCount(page, 'Held back')).toHaveText('Held back 5')
  await stateCount(page, 'Held back').click()
  await expect(page.getByRole('table', { name: 'Plants of the run' })).toContainText(
    'Its lifecycle was Active and is Suspended',
  )
  expect(await recordsOf(org, plants)).toEqual([0, 0, 0, 0, 0, 1, 1])
})

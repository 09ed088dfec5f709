import type { Page } from '@playwright/test'
import { button, sessionOver } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import type { Organization } from '../support/organization'
import {
  type PlanOptions,
  openPlan,
  planFile,
  recordsOf,
  runningFleet,
  startRun,
  stateCount,
} from '../support/runs'

const main = (page: Page) => page.getByRole('main')

/** Opens a plan for plants and starts it. */
async function run(
  page: Page,
  org: Organization,
  plants: Parameters<typeof planFile>[1],
  options: PlanOptions = {},
) {
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants, options))
  await startRun(page, plants.length)
}

const slow = { perMinute: 60, waveSize: 100 }

test('a wait that the platform asks for pauses the whole run, which goes on by itself', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/429/)
  const { org, plants } = await runningFleet(organization, 6)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  await org.fault({
    method: 'POST',
    path: '/commands$',
    kind: 'response',
    status: 429,
    headers: { 'retry-after': '3' },
    body: { statusCode: 429, code: 'RATE_LIMITED', message: 'Too many requests' },
    times: 1,
  })
  await expect(main(page)).toContainText('The platform asked to slow down')
  await expect(stateCount(page, 'OK')).toHaveText('OK 6', { timeout: 30_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('a run without a connection pauses, and goes on only when the user resumes', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/ERR_INTERNET_DISCONNECTED/)
  const { org, plants } = await runningFleet(organization, 6)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  await context.setOffline(true)
  await expect(main(page)).toContainText('The platform can’t be reached', { timeout: 20_000 })
  await context.setOffline(false)
  const before = await recordsOf(org, plants)
  await expect(button(page, 'Resume')).toBeVisible()
  expect(await recordsOf(org, plants)).toEqual(before)
  await button(page, 'Resume').click()
  await expect(main(page)).toContainText('Finished', { timeout: 30_000 })
  const counts = await recordsOf(org, plants)
  expect(Math.max(...counts)).toBe(1)
})

test('a run pauses when the session ends, and goes on after sign-in and Resume', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/401|400/)
  const { org, plants } = await runningFleet(organization, 6)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  await org.endSessions()
  await expect(sessionOver(page)).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('Password').fill(org.users.operator.password)
  await sessionOver(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(main(page)).toContainText('Your session has ended')
  await button(page, 'Resume').click()
  await expect(main(page)).toContainText('Finished', { timeout: 30_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('a lost response is unknown until the plant’s history shows the command', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/500/)
  const { org, plants } = await runningFleet(organization, 3)
  await org.fault({
    method: 'POST',
    path: '/commands$',
    kind: 'error-after',
    status: 500,
    times: 3,
  })
  await run(page, org, plants, { settings: { canary: 3 } })
  await expect(stateCount(page, 'OK')).toHaveText('OK 3', { timeout: 20_000 })
  expect(await recordsOf(org, plants)).toEqual([1, 1, 1])
})

test('a request that was never recorded stays unknown, and can’t be planned again', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/500/)
  const { org, plants } = await runningFleet(organization, 3)
  await org.fault({ method: 'POST', path: '/commands$', kind: 'error-before', status: 500 })
  await run(page, org, plants)
  await expect(stateCount(page, 'Outcome unknown')).toHaveText('Outcome unknown 1')
  await expect(main(page)).toContainText('Stopped automatically', { timeout: 60_000 })
  await button(page, 'Plan the remaining 2').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GET_INFO to 2 plants')
  await expect(main(page)).toContainText('Continues run')
  expect(await recordsOf(org, plants)).toEqual([0, 0, 0])
})

test('a run whose first request the server refuses says so, and awaits no answers', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/400/)
  const { org, plants } = await runningFleet(organization, 3)
  const body = { code: 'BAD_REQUEST', message: 'Unknown action' }
  await org.fault({ method: 'POST', path: '/commands$', kind: 'response', status: 400, body })
  await run(page, org, plants)
  await expect(main(page)).toContainText('The run stopped after its first plant.')
  await expect(main(page)).toContainText(/The server refused the command to .+: Unknown action\./)
  await expect(main(page)).toContainText('No plant answered')
})

test('a run brakes when too many plants answer with an error', async ({ page, organization }) => {
  const { org, plants } = await runningFleet(organization, 20)
  for (const { id } of plants.slice(2, 14)) await org.connectPlant(id, { ack: 'error' })
  await run(page, org, plants, { settings: { canary: 2, concurrency: 2 } })
  await expect(main(page)).toContainText('Too many plants failed', { timeout: 30_000 })
  const sent = (await recordsOf(org, plants)).filter((count) => count > 0)
  expect(sent.length).toBeLessThan(14)
})

test('another tab shows the run, refuses a second one, and can stop it', async ({
  page,
  context,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 24)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(main(other)).toContainText('This run is in progress in another tab')
  await expect(stateCount(other, 'OK')).toBeVisible()

  const second = await context.newPage()
  await second.goto('/commands')
  await openPlan(second, await planFile(org, plants))
  await startRun(second, 24)
  await expect(second.getByText('Only one goes on at a time')).toBeVisible()

  await button(other, 'Stop run').click()
  await other.getByRole('alertdialog').getByRole('button', { name: 'Stop run' }).click()
  await expect(main(page)).toContainText('Stopped')
  await expect(main(other)).toContainText('Stopped')
  const counts = await recordsOf(org, plants)
  expect(Math.max(...counts)).toBe(1)
  expect(counts.filter((count) => count === 0).length).toBeGreaterThan(0)
})

test('signing out asks before it deletes the results of a run', async ({ page, organization }) => {
  const { org, plants } = await runningFleet(organization, 1)
  await run(page, org, plants)
  await expect(main(page)).toContainText('Finished')
  await button(page, 'Sign out').click()
  const question = page.getByRole('alertdialog', { name: 'Sign out and delete results?' })
  await question.getByRole('button', { name: 'Show the runs' }).click()
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('GET_INFO')
  await button(page, 'Sign out').click()
  await question.getByRole('button', { name: 'Sign out anyway' }).click()
  await org.open(page, '/commands', 'operator')
  await expect(page.getByText('No runs on this device')).toBeVisible()
})

test('a tab that watches a run can go on with it once the other tab is closed', async ({
  page,
  context,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 6)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(stateCount(other, 'OK')).toBeVisible()
  await page.close()
  await button(other, 'Resume').click()
  await expect(main(other)).toContainText('Finished', { timeout: 30_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('an outage pauses a run before it has gone through its plants', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/503/)
  const { org, plants } = await runningFleet(organization, 12)
  await run(page, org, plants, { settings: slow })
  await expect(stateCount(page, 'OK')).toBeVisible()
  await org.fault({ path: '/plants/', kind: 'error-before', status: 503, times: 500 })
  await expect(button(page, 'Resume')).toBeVisible({ timeout: 60_000 })
  await org.clearFaults()
  await button(page, 'Resume').click()
  await expect(stateCount(page, 'OK')).toHaveText('OK 12', { timeout: 60_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('the same plan, started in a second browser, sends nothing twice', async ({
  page,
  browser,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 3)
  const file = await planFile(org, plants)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, file)
  await startRun(page, 3)
  await expect(main(page)).toContainText('Finished')
  const context = await browser.newContext()
  const colleague = await context.newPage()
  await org.open(colleague, '/commands', 'admin')
  await openPlan(colleague, file)
  await startRun(colleague, 3)
  await expect(stateCount(colleague, 'Held back')).toHaveText('Held back 3')
  expect(await recordsOf(org, plants)).toEqual([1, 1, 1])
  await context.close()
})

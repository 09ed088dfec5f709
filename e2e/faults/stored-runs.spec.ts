import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { overviewPanel } from '../support/overview'
import { openPlan, planFile, runningFleet } from '../support/runs'

/** Makes databases whose name contains `part` unreadable, from the next load on. */
async function breakDatabases(page: Page, part: string): Promise<void> {
  await page.addInitScript((broken) => {
    const open = indexedDB.open.bind(indexedDB)
    IDBFactory.prototype.open = (name, version) => {
      if (name.includes(broken)) throw new DOMException('Internal error.', 'UnknownError')
      return open(name, version)
    }
  }, part)
}

test('runs that can’t be read are not called missing', async ({ page, organization }) => {
  const { org, plants } = await runningFleet(organization, 1)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('GET_INFO')
  await breakDatabases(page, '.runs.')

  await page.reload()
  await expect(page.getByText('Couldn’t read this run')).toBeVisible()
  await page.getByRole('link', { name: 'Commands', exact: true }).first().click()
  await expect(page.getByText('Couldn’t read the runs on this device')).toBeVisible()
  await expect(page.getByText('No runs on this device')).toHaveCount(0)
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  const queue = overviewPanel(page, 'Needs attention')
  await expect(queue).toContainText('The runs on this device couldn’t be read.')
  await queue.getByRole('link', { name: 'Show the runs' }).click()
  await expect(page).toHaveURL(/\/commands$/)
})

test('the page of a plant says which of its commands it couldn’t read', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 1)
  const url = `/plants/${plants[0]?.id ?? ''}/commands`
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await page.goto(url)
  await expect(page.getByText('Nothing sent in the last hour')).toBeVisible()
  await breakDatabases(page, '.runs.')
  await page.goto(url)
  await expect(page.getByText('Couldn’t read all runs on this device')).toBeVisible()
  await expect(page.getByText('No commands found for the last hour')).toBeVisible()
  await breakDatabases(page, '.commands.')
  await page.reload()
  await expect(
    page.getByText('the commands that this browser stores and all runs on this device'),
  ).toBeVisible()
  await expect(page.getByText('Nothing sent in the last hour')).toHaveCount(0)
})

test('a browser that stores nothing is said to store nothing', async ({ page, organization }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  const org = await organization({ rows: onePlant({ lifecycleStatus: 'PENDING' }).rows })
  await org.open(page, '/commands')
  await expect(page.getByText('This browser stores nothing')).toBeVisible()
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  await expect(overviewPanel(page, 'Needs attention')).toContainText('in 1 plant read')
  await expect(overviewPanel(page, 'Needs attention')).not.toContainText('couldn’t be read')
})

import { expect, test } from '../support/fixtures'
import { overviewPanel } from '../support/overview'
import { openPlan, planFile, runningFleet, startRun, stateCount } from '../support/runs'

test('a run’s command without an answer needs attention, until the run is checked again', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 3)
  await org.connectPlant(plants.at(-1)?.id ?? '', { ackDelayMs: 15_000 })
  await org.open(page, '/commands', 'operator')
  const settings = { brakePercent: 100, advancePercent: 0, answerS: 5 }
  await openPlan(page, await planFile(org, plants, { settings }))
  await startRun(page, 3)
  await expect(stateCount(page, 'No answer')).toHaveText('No answer 1', { timeout: 30_000 })
  const runUrl = page.url()
  const toOverview = () => page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  const item = overviewPanel(page, 'Needs attention')
    .getByRole('listitem')
    .filter({ hasText: '1 plant hasn’t answered a command of a run' })
  await toOverview()
  await expect(item).toContainText(/Act today.*Plant 00/s)
  await item.getByRole('link', { name: 'Show the run' }).click()
  await expect(page).toHaveURL(runUrl)
  const again = page.getByRole('button', { name: 'Check 1 outcome again' })
  await expect(async () => {
    await again.click()
    await expect(stateCount(page, 'OK')).toHaveText('OK 3', { timeout: 2_000 })
  }).toPass({ timeout: 40_000 })
  await toOverview()
  await expect(overviewPanel(page, 'Needs attention')).toContainText('Nothing needs attention')
  await expect(item).toHaveCount(0)
})

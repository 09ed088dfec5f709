import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import {
  connectAll,
  listPlants,
  openPlan,
  planFile,
  runningFleet,
  startRun,
  stateCount,
} from '../support/runs'
import { csvTable, saveWith } from '../support/saved-files'

test('a run goes on while the question to stop it is open, and the question says so', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 12)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants, { settings: { perMinute: 60 } }))
  await startRun(page, 12)
  await expect(stateCount(page, 'OK')).toBeVisible()
  await button(page, 'Stop run').click()
  const question = page.getByRole('alertdialog', { name: 'Stop this run?' })
  await expect(question).toContainText('The run goes on until you confirm.')
  const unsent = /nothing has been sent to (\d+) plants?/
  const numberNow = async () => Number(unsent.exec(await question.innerText())?.[1])
  const first = await numberNow()
  const paragraph = await question.getByText(unsent).elementHandle()
  await expect.poll(numberNow).toBeLessThan(first)
  expect(await paragraph?.evaluate((element) => element.isConnected)).toBe(true)
  await question.getByRole('button', { name: 'Stop run' }).click()
  await expect(page.getByRole('main')).toContainText(/· stopped/)
})

test('a stopped run names the plants that have yet to answer', async ({ page, organization }) => {
  const org = await organization({
    rows: ['Alfa', 'Beta', 'Gama'].map((name) => ({ name, lifecycleStatus: 'ACTIVE' })),
  })
  const [first, ...others] = await listPlants(org)
  if (!first) throw new Error('The organization has no plants.')
  await connectAll(org, [first])
  await connectAll(org, others, { ack: 'never' })
  await org.open(page, '/commands', 'operator')
  const all = await listPlants(org)
  const plants = all.toSorted((a, b) => Number(b.id === first.id) - Number(a.id === first.id))
  await openPlan(page, await planFile(org, plants, { settings: { answerS: 120 } }))
  await startRun(page, 3)
  await expect(stateCount(page, 'Waiting')).toHaveText('Waiting 2')
  const main = page.getByRole('main')
  await expect(main).toContainText(
    /2 answers still awaited\. Wave 1: sent to 2 of 2 plants, 0 answered\. Time left to answer: \d:\d\d\./,
  )
  await button(page, 'Stop run').click()
  const question = page.getByRole('alertdialog', { name: 'Stop this run?' })
  await expect(question).toContainText('2 requests are under way and can’t be taken back.')
  await question.getByRole('button', { name: 'Stop run' }).click()
  await expect(main).toContainText('Sent to 3 of 3 plants, 1 answered, 2 answers still awaited.')
  await expect(main).not.toContainText('· ended')
  await expect(page.getByRole('region', { name: 'Answers', exact: true })).toContainText(
    '1 of 3 plants answered, in 1 group of identical answers. The other 2 have no answer, in 1 group by state.',
  )
})

test('a run of first plants only finishes, and says which of them isn’t well', async ({
  page,
  organization,
}) => {
  const { org, plants } = await runningFleet(organization, 2)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants, { settings: { canary: 2, bakeS: 15 } }))
  await startRun(page, 2)
  await expect(stateCount(page, 'OK')).toHaveText('OK 2')
  await org.disconnectPlant(plants[0]?.id ?? '')
  await button(page, 'Stop run').click()
  const question = page.getByRole('alertdialog', { name: 'Stop this run?' })
  await expect(question.getByRole('status')).toHaveText('The run has already ended.', {
    timeout: 40_000,
  })
  await question.getByRole('button', { name: 'Cancel' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Problems found after watching the first plants')
  await expect(main).toContainText(`${plants[0]?.name} is Offline after its answer.`)
  await expect(main).toContainText('· finished')
  await expect(main).not.toContainText('Stopped automatically')
  await expect(main).not.toContainText('left to send')
  const { facts } = csvTable(await saveWith(page, 'Export CSV'))
  expect(facts).toMatchObject({
    Phase: 'Finished',
    Problems: `${plants[0]?.name} is Offline after its answer.`,
    Finished: expect.stringContaining('UTC'),
  })
})

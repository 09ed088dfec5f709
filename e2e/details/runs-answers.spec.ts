import { expect, test } from '../support/fixtures'
import { connectAll, listPlants, openPlan, planFile, startRun, stateCount } from '../support/runs'
import { csvTable, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `Plant ${String(at + 1).padStart(3, '0')}`,
    serialNumber: `RUN-${at + 1}`,
    lifecycleStatus: 'ACTIVE',
  }))

test('a run groups identical answers, the fewest plants first, and exports them with the evidence', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows(7) })
  const [rogue, silent, ...others] = await listPlants(org)
  if (!rogue || !silent) throw new Error('The organization has no plants.')
  await connectAll(org, [rogue], { ack: 'error' })
  await connectAll(org, [silent], { ack: 'never' })
  await connectAll(org, others)
  // The canary must answer OK, or the run halts.
  const ids = [...others, rogue, silent].map(({ id }) => id)
  const plants = (await listPlants(org)).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  await org.open(page, '/commands', 'operator')
  const plan = await planFile(org, plants, { settings: { brakePercent: 100, advancePercent: 0 } })
  await openPlan(page, plan)
  const panel = page.getByRole('region', { name: 'Answers', exact: true })
  await expect(panel).toBeHidden()
  await startRun(page, 7)
  await expect(stateCount(page, 'No answer')).toHaveText('No answer 1', { timeout: 20_000 })

  await expect(panel).toContainText('6 of 7 plants answered')
  const groups = panel.getByRole('table', { name: 'Groups of answers' }).getByRole('row')
  await expect(groups.nth(1)).toContainText('1 plant')
  await expect(groups.filter({ hasText: 'Error' })).toContainText('14.3 %')
  await expect(groups.last()).toContainText('No answer')
  await groups.filter({ hasText: 'Error' }).getByRole('button', { name: '1 plant' }).click()
  const list = panel.getByRole('table', { name: 'Plants of the group' })
  await expect(list.getByRole('link', { name: rogue.name })).toHaveAttribute(
    'href',
    `/plants/${rogue.id}`,
  )

  const heading = panel.getByRole('heading', { name: '1 plant: Error' })
  await expect(heading).toBeFocused()
  await expect(heading).toContainText('data.firmware missing')

  const { facts, records } = csvTable(await saveWith(page, 'Export CSV'))
  expect(facts).toMatchObject({
    Run: plan.id,
    'Hash (SHA-256)': plan.hash,
    'Exact bytes sent': '{"command":"GET_INFO"}',
    Evidence: 'Each state follows from the evidence in its row.',
    'State: OK': '5',
    'State: Error': '1',
    'State: No answer': '1',
  })
  expect(records).toHaveLength(7)
  const failed = records.find((record) => record['Plant ID'] === rogue.id)
  expect(failed).toMatchObject({ State: 'Error', 'Response status': 'ERROR' })
  expect(failed?.['Clicked (UTC)']).toMatch(/^\d{4}-\d\d-\d\dT/)

  const answers = csvTable(await saveWith(page, 'Export CSV of the answers'))
  expect(answers.records.map((record) => record['Plant ID'])).toEqual(plants.map(({ id }) => id))
  expect(answers.records.find((record) => record['Plant ID'] === rogue.id)).toMatchObject({
    'Response status': 'ERROR',
    'Plants in the group': '1',
  })
  expect(answers.headings).toContain('data.firmware')

  await panel.getByRole('checkbox', { name: 'data.firmware' }).uncheck()
  await expect(panel.getByText('Grouped without')).toContainText('data.firmware')
  await expectNoViolations(page, 'answers of a run', panel)
})

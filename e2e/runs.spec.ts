import { expect, test } from './support/fixtures'
import { connectAll, listPlants, openPlan, planFile, startRun, stateCount } from './support/runs'

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `Plant ${String(at + 1).padStart(3, '0')}`,
    serialNumber: `RUN-${at + 1}`,
    lifecycleStatus: 'ACTIVE',
  }))

test('a run asks its plants over the broker and shows what each one answered', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows(8) })
  await connectAll(org, await listPlants(org))
  const plants = await listPlants(org)
  await org.open(page, '/commands', 'operator')
  await openPlan(page, await planFile(org, plants))
  await startRun(page, 8)
  await expect(stateCount(page, 'OK')).toHaveText('OK 8')
  await expect(page.getByRole('main')).toContainText('Finished')
  expect(await org.countRequests('POST', /\/commands$/)).toBe(8)
})

// 300 plants, each with a seed of its own: some change between the plan and their turn.
import { expect, test } from '../support/fixtures'
import { Random } from '../support/random'
import { openPlan, planFile, recordsOf, listPlants, startRun, stateCount } from '../support/runs'

const count = 300

/** Changes that a reviewer has not seen. */
const changesOf = (at: number) => [
  { name: 'Renamed' },
  { serialNumber: `OTHER-${at}` },
  { type: 'SENSOR' },
  { status: 'OFFLINE' },
  { lifecycleStatus: 'SUSPENDED' },
  { lifecycleStatus: 'DECOMMISSIONED' },
  { authMethod: 'TOKEN' },
]

test('of 300 plants, those that drifted from the plan get no command', async ({
  page,
  organization,
}) => {
  test.setTimeout(300_000)
  const rows = Array.from({ length: count }, (_, at) => ({
    name: `Plant ${at}`,
    serialNumber: `DRIFT-${at}`,
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
  }))
  const org = await organization({ rows })
  const [first] = await listPlants(org)
  await org.connectPlant(first?.id ?? '')
  const plants = await listPlants(org)
  const file = await planFile(org, plants, {
    settings: { waveSize: 1000, brakePercent: 100, advancePercent: 0, concurrency: 8 },
  })
  const drifted = new Set<number>()
  for (let at = 1; at < count; at += 1) {
    const random = new Random(at)
    if (random.between(0, 1) < 0.5) continue
    const changes = changesOf(at)
    const change = changes[Math.floor(random.between(0, changes.length))] ?? {}
    await org.changePlant(plants[at]?.id ?? '', change)
    drifted.add(at)
  }
  await org.open(page, '/commands', 'operator')
  await openPlan(page, file)
  await startRun(page, count)
  await expect(page.getByRole('main')).toContainText('Finished', { timeout: 200_000 })
  await expect(stateCount(page, 'Held back')).toHaveText(`Held back ${drifted.size}`)
  const records = await recordsOf(org, plants)
  expect(records).toEqual(plants.map((_plant, at) => (drifted.has(at) ? 0 : 1)))
})

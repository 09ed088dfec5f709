// A run that is broken at random moments never shows what the platform contradicts, and sends nothing by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { expect, test } from '../support/fixtures'
import type { Organization } from '../support/organization'
import { Random } from '../support/random'
import { RunBreaker, breaks } from '../support/run-breaker'
import { listPlants, openPlan, planFile, runningFleet, startRun, stateCount } from '../support/runs'

/** `npm run test:interruptions` plays 40 breaks over 300 plants. */
const count = Number(env.PLANTDECK_BREAKS ?? 6)
const fleet = Number(env.PLANTDECK_BREAK_PLANTS ?? 40)

test.setTimeout(60_000 + count * 60_000 + fleet * 2_000)

test('a run that is broken again and again asks each plant once, and says only what is true', async ({
  organization,
  baseURL,
}) => {
  const { org, plants } = await runningFleet(organization, fleet)
  // Some requests take time, so that some breaks meet them on their way.
  await org.fault({ method: 'POST', path: '/commands$', kind: 'delay', delayMs: 400, times: fleet })
  const profile = mkdtempSync(join(tmpdir(), 'plantdeck-run-'))
  const { launchOptions: launch = {} } = test.info().project.use
  const breaker = new RunBreaker(org, { profile, baseURL: String(baseURL), launch })
  try {
    await breaker.open('/commands')
    const settings = { waveSize: fleet, perMinute: 120, advancePercent: 0, brakePercent: 100 }
    await openPlan(breaker.page, await planFile(org, plants, { settings }))
    await startRun(breaker.page, fleet)
    const random = new Random(1)
    let met = 0
    for (let at = 0; at < count && (await breaker.finished.isHidden()); at += 1) {
      const how = breaks[at % breaks.length] ?? 'reload'
      await untilSent(org, random.between(1, fleet / count))
      if (await breaker.finished.isHidden()) met += 1
      await breaker.breakRun(how)
      const resting = how === '429' ? undefined : await atRest(org, breaker)
      await expectTruth(org, breaker)
      // The readings above took their time.
      if (resting !== undefined) expect(await sentSoFar(org), 'sent without a click').toBe(resting)
      if (resting !== undefined && (await breaker.paused.isVisible())) await breaker.paused.click()
    }
    expect(met, 'breaks that met a run under way').toBeGreaterThan(count / 2)
    await expect(breaker.page.getByRole('main')).toContainText('Finished', { timeout: 240_000 })
    await expectTruth(org, breaker)
    const records = await platformRecords(org)
    expect(Math.max(...[...records.values()].map(({ total }) => total))).toBe(1)
  } finally {
    await breaker.end()
    rmSync(profile, { recursive: true, force: true })
  }
})

const sentSoFar = (org: Organization) => org.countRequests('POST', /\/commands$/)

async function untilSent(org: Organization, more: number): Promise<void> {
  const target = Math.min(fleet, (await sentSoFar(org)) + Math.ceil(more))
  await expect.poll(() => sentSoFar(org), { timeout: 60_000 }).toBeGreaterThanOrEqual(target)
}

/** Waits until what was on its way is settled by reading; returns how many requests were sent until then. */
async function atRest(org: Organization, { page, paused, finished }: RunBreaker): Promise<number> {
  await expect(paused.or(finished)).toBeVisible({ timeout: 60_000 })
  const before = await sentSoFar(org)
  await expect(stateCount(page, 'Sending')).toBeHidden({ timeout: 60_000 })
  await expect(stateCount(page, 'Waiting')).toBeHidden({ timeout: 60_000 })
  return before
}

interface PlatformRecord {
  total: number
  status: string | null
}

async function platformRecords(org: Organization): Promise<Map<string, PlatformRecord>> {
  const records = new Map<string, PlatformRecord>()
  const left = (await listPlants(org)).values()
  const next = async () => {
    for (const { id, serialNumber } of left) {
      const history = await org.read<{
        data: { responseStatus: string | null }[]
        meta: { total: number }
      }>(`/plants/${id}/commands`)
      const status = history.data[0]?.responseStatus ?? null
      records.set(serialNumber, { total: history.meta.total, status })
    }
  }
  await Promise.all(Array.from({ length: 6 }, next))
  return records
}

/** What each state claims of the platform's records, which are read after the page's. */
const claims: Record<string, (record: PlatformRecord) => boolean> = {
  'Held back': ({ total }) => total === 0,
  Refused: ({ total }) => total === 0,
  OK: ({ total, status }) => total === 1 && status === 'OK',
  Error: ({ total, status }) => total === 1 && status === 'ERROR',
  Waiting: ({ total }) => total === 1,
  'No answer': ({ total }) => total === 1,
  // May be sent between the two readings.
  'Not sent': () => true,
  Sending: () => true,
  'Outcome unknown': () => true,
}

async function expectTruth(org: Organization, breaker: RunBreaker): Promise<void> {
  const isResting = await breaker.paused.isVisible()
  const shown = await breaker.shownStates()
  const records = await platformRecords(org)
  expect(shown.size).toBe(fleet)
  const lies = [...shown].flatMap(([serial, state]) => {
    const record = records.get(serial) ?? { total: 0, status: null }
    const isTrue = claims[state]?.(record) ?? false
    const isSecret = isResting && state === 'Not sent' && record.total > 0
    return isTrue && !isSecret ? [] : [`${serial}: ${state}, but ${JSON.stringify(record)}`]
  })
  expect(lies).toEqual([])
}

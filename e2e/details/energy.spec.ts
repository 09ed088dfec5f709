import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { PlantDay, energyPath } from '../support/energy-day'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { hourMs } from '../support/instants'
import { chooseInMenu } from '../support/menus'
import { untilRefresh } from '../support/refresh'

const tile = (page: Page, label: string) => fact(page, label).first()

test("a live plant's energy grows with each refresh", async ({ page, organization }) => {
  const id = randomUUID()
  const row = { id, name: 'FVE Zlín', serialNumber: 'E/1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [row] })
  await org.connectPlant(id, { intervalMs: 200 })
  await org.takeClock(page)
  await org.open(page, '/plants', 'operator')
  await page.goto(`/plants/${id}/energy`)
  const read = async () => {
    const texts = ['Produced', 'Imported'].map((label) => tile(page, label).innerText())
    const numbers = (await Promise.all(texts)).map((text) =>
      Number.parseFloat(text.replace(',', '')),
    )
    const day = await page.getByText(/^UTC day [\d-]+$/).innerText()
    return { day, total: numbers.reduce((sum, number) => sum + number, 0) }
  }
  await expect(tile(page, 'Produced')).toContainText('kWh')
  let before = await read()
  await expect(async () => {
    await untilRefresh(page)
    const now = await read()
    // A live plant measures by the real clock, whose UTC day may have just ended.
    if (now.day !== before.day) before = now
    expect(now.total).toBeGreaterThan(before.total)
  }).toPass()
  await expect(page.getByRole('img', { name: /^Bar chart: Produced [\d.]+.kWh/ })).toBeVisible()
  await expect(page.getByText('= (produced − exported) ÷ produced')).toBeVisible()
})

test('shows each share with its formula and the numbers in it', async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 40, imported: 10, exported: 10, selfConsumptionPct: 74.6 })
  await day.org.open(page, day.path)
  await expect(tile(page, 'Produced')).toHaveText('40 kWhby the plant')
  await expect(tile(page, 'Self-consumption')).toContainText('75 %')
  await expect(tile(page, 'Self-sufficiency')).toContainText('75 %')
  await expect(page.getByText('= (40 − 10) ÷ 40 = 75 %')).toBeVisible()
  await expect(page.getByText('= (40 − 10) ÷ (40 − 10 + 10) = 75 %')).toBeVisible()
  await expect(page.getByText('The API gives 74.6 %.')).toBeVisible()
  await expect(page.getByText('Contradiction')).toHaveCount(0)
  const flow =
    'Produced to Exported 10 kWh, Produced to Used here 30 kWh, Imported to Used here 10 kWh'
  await expect(page.getByRole('img', { name: `Flow diagram: ${flow}` })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Flows' }).getByRole('listitem')).toHaveText([
    'Produced → exported10 kWh',
    'Produced → used here30 kWh',
    'Imported → used here10 kWh',
  ])
  await expect(page.getByRole('row', { name: 'Used here in total 40 kWh' })).toBeVisible()
})

test('writes all totals in the same size, also beside a long one', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 123_456.789, imported: 10, exported: 0 })
  await day.org.open(page, day.path)
  await expect(tile(page, 'Produced')).toContainText('123,456.789')
  const values = ['123,456.789', '10', '0', '100 %'].map((text) =>
    page.getByRole('definition').getByText(text, { exact: true }).first(),
  )
  const sizes = values.map((value) => value.evaluate((node) => getComputedStyle(node).fontSize))
  expect(new Set(await Promise.all(sizes)).size).toBe(1)
})

test('distinguishes a missing value from 0, and never divides by 0', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 0, imported: 5, exported: 0, selfConsumptionPct: null })
  await day.org.open(page, day.path)
  await expect(tile(page, 'Produced')).toContainText('0 kWh')
  await expect(tile(page, 'Self-consumption')).toContainText('Nothing was produced yet.')
  await expect(tile(page, 'Self-sufficiency')).toContainText('0 %')
  await expect(page.getByText('= (0 − 0) ÷ 0 = no share')).toBeVisible()
  await day.setTotals({ produced: null, imported: 0, exported: undefined })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(tile(page, 'Produced')).toHaveText(
    'No valueThe server sent no value, which isn’t the same as 0.',
  )
  await expect(tile(page, 'Imported')).toContainText('0 kWh')
  await expect(tile(page, 'Self-consumption')).toContainText('needs produced and exported')
  await expect(page.getByText('The flow needs produced, imported and exported')).toBeVisible()
  await expect(page.getByText('NaN')).toHaveCount(0)
  await day.setTotals({ produced: 0, imported: 0, exported: 0 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('No energy has flowed yet')).toBeVisible()
})

for (const { lastSeenAt, explanation } of [
  {
    lastSeenAt: '2026-04-04T09:00:00Z',
    explanation: /^The plant was last seen 72.d ago, so these zeros/,
  },
  {
    lastSeenAt: null,
    explanation: 'The plant has never connected, so these zeros are not measurements.',
  },
]) {
  test(`marks zeros as not measured for a plant last seen at ${lastSeenAt}`, async ({
    page,
    organization,
  }) => {
    const day = await PlantDay.create(page, organization, { lastSeenAt })
    await day.setTotals({ produced: 0, imported: 0, exported: 0, selfConsumptionPct: null })
    await day.org.open(page, day.path)
    await expect(page.getByText('No report today', { exact: true })).toBeVisible()
    await expect(page.getByText(explanation)).toBeVisible()
    await expect(tile(page, 'Produced')).toContainText(/0 kWh.*not measured/)
    await expect(tile(page, 'Self-consumption')).toContainText('No report today.')
    await expect(page.getByText('has reported nothing on this UTC day')).toBeVisible()
    await expect(page.getByText(/Nothing was|No energy has flowed/)).toHaveCount(0)
    await expect(page.getByRole('figure', { name: /^Curve/ })).toHaveCount(0)
    await day.setTotals({ produced: 1, imported: 0, exported: 0 })
    await page.getByRole('button', { name: 'Refresh now' }).click()
    await expect(tile(page, 'Produced')).toContainText(/1 kWh.*by the plant/)
    await expect(page.getByText('No report today')).toHaveCount(0)
  })
}

test('flags contradictory totals and computes nothing from them', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 2, exported: 3, selfConsumptionPct: 0 })
  await day.org.open(page, day.path)
  await expect(page.getByText(/more was exported \(3.kWh\) than produced \(2.kWh\)/)).toBeVisible()
  await expect(tile(page, 'Self-consumption')).toContainText('No value')
  await expect(page.getByText('the flow can’t be drawn')).toBeVisible()
  await day.setTotals({ selfConsumptionPct: 30 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText(/the API gives 30.% .*its totals give 75.%/)).toBeVisible()
  await expect(page.getByText('more was exported')).toHaveCount(0)
  await day.setTotals({ date: '2020-02-29' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText(/These totals are for 2020-02-29, but today is 20/)).toBeVisible()
})

test('the labels of the diagram stay beside thin flows', async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  const flow = page.getByRole('img', { name: /^Flow diagram/ })
  for (const totals of [
    { produced: 40, imported: 0.02, exported: 0.01 },
    { produced: 0.4, imported: 30, exported: 0.1 },
    { produced: 40, imported: 9, exported: 39 },
  ]) {
    await day.setTotals(totals)
    await ((await flow.isVisible()) ? untilRefresh(page) : day.org.open(page, day.path))
    await expect(flow.getByText(`${totals.imported} kWh`, { exact: true })).toBeVisible()
    expect(await flow.evaluate(struckThrough)).toEqual([])
  }
})

test('a reload keeps the recorded part of the day and the table of readings', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  await day.org.open(page, `${day.path}?curve=week&readings=1`)
  await page.getByRole('button', { name: 'Show recorded time only' }).click()
  const table = page.getByRole('table', { name: 'Readings in kWh' })
  await expect(table).toBeHidden()
  await page.getByText('Readings as a table').click()
  await expect(table).toBeVisible()
  await expect(page).toHaveURL(`${day.path}?curve=recorded&readings=table`)
  await expect(page.getByText('Readings as a table')).toBeInViewport()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Show the whole day' })).toBeVisible()
  await expect(table).toBeVisible()
  await page.getByText('Readings as a table').click()
  await expect(table).toBeHidden()
  await page.getByRole('button', { name: 'Show the whole day' }).click()
  await expect(page).toHaveURL(day.path)
})

test.describe('in Prague', () => {
  test.use({ timezoneId: 'Europe/Prague' })

  test('shows when the UTC day resets, in the chosen time zone', async ({ page, organization }) => {
    const day = await PlantDay.create(page, organization, { time: '21:00:10' })
    await day.org.open(page, day.path)
    await expect(page.getByText(/resets 02:00 your time \(in 2.h\)/)).toBeVisible()
    await chooseInMenu(page, 'View', 'UTC')
    await expect(page.getByText(/resets 00:00 UTC \(in 2.h\)/)).toBeVisible()
    // Totals read after midnight would be judged by their own date.
    await day.org.clearFaults()
    await day.org.hold({ path: energyPath.source })
    await page.clock.fastForward(3 * hourMs)
    await expect(page.getByText('This UTC day has ended.')).toBeVisible()
  })
})

/** Returns the labels that a stream crosses without surrounding them; runs in the page. */
function struckThrough(diagram: Element): string[] {
  const streams = [...diagram.querySelectorAll('path')].flatMap((path) => {
    const halfWidth = Number(path.getAttribute('stroke-width')) / 2
    const length = path.getTotalLength()
    return Array.from({ length: 200 }, (_, step) =>
      path.getPointAtLength((length * step) / 199),
    ).map(({ x, y }) => ({ x, top: y - halfWidth, bottom: y + halfWidth }))
  })
  return [...diagram.querySelectorAll('text')]
    .filter((text) => {
      const { x, y, width, height } = text.getBBox()
      return streams.some(
        (at) =>
          at.x > x &&
          at.x < x + width &&
          at.bottom - at.top < height &&
          at.bottom > y &&
          at.top < y + height,
      )
    })
    .map((text) => text.textContent)
}

import type { Locator, Page } from '@playwright/test'
import { PlantDay, recorded } from '../support/energy-day'
import { expect, test } from '../support/fixtures'
import { minuteMs } from '../support/instants'

const curveOf = (page: Page) => page.getByRole('figure', { name: /^Curve of UTC day/ })

const amounts = [
  { produced: 1_300_000, imported: 10, exported: 10 },
  { produced: 999_999_999.999, imported: 123_456_789.012, exported: 0 },
  { produced: -40, imported: 10, exported: -12 },
  { produced: 1e308, imported: 1e308, exported: 0 },
  { produced: 1e308, imported: -1e308, exported: 5e-324 },
  { produced: 5e-324, imported: 2.5e-9, exported: 0 },
  { produced: 0, imported: 0, exported: 0 },
]

/** Returns the texts of a chart that extend beyond its edges. */
function clippedTexts(chart: Locator): Promise<string[]> {
  return chart.locator('svg').evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const room = picture.getBoundingClientRect()
      return [...picture.querySelectorAll('text')]
        .filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect()
          const isInside = left >= room.left - 1 && right <= room.right + 1
          return !isInside || top < room.top - 1 || bottom > room.bottom + 1
        })
        .map((text) => text.textContent)
    }),
  )
}

for (const width of ['', ' @phone']) {
  test(`charts show amounts of any size without clipping${width}`, async ({
    page,
    organization,
  }) => {
    const day = await PlantDay.create(page, organization)
    await day.org.open(page, day.path)
    await expect(recorded(page)).toContainText('1 reading')
    for (const totals of amounts) {
      await day.setTotals(totals)
      const reading = page.waitForResponse(/energy\/today$/)
      await page.getByRole('button', { name: 'Refresh now' }).click()
      await reading
      const what = JSON.stringify(totals)
      const bars = page.getByRole('img', { name: /^Bar chart/ })
      const text = totals.produced.toLocaleString('en-GB', { maximumFractionDigits: 3 })
      const shown = Math.abs(totals.produced) >= 1e15 ? '1E308' : text
      const expected = totals.produced === 5e-324 ? '< 0.001' : shown
      await expect(bars).toHaveAccessibleName(new RegExp(`: Produced ${expected}.kWh`))
      const charts = [bars, curveOf(page), page.getByRole('img', { name: /^Flow diagram/ })]
      for (const chart of charts) {
        if ((await chart.count()) === 0) continue
        await expect.poll(() => clippedTexts(chart), what).toEqual([])
        expect(await chart.innerHTML(), what).not.toMatch(/NaN|Infinity|undefined/)
      }
    }
  })
}

test('a sum beyond the largest number is shown as "more than"', async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 1e308, imported: 1e308, exported: 0 })
  await day.org.open(page, day.path)
  await expect(
    page.getByRole('row', { name: /^Used here in total > 1.797E308.kWh$/ }),
  ).toBeVisible()
  await expect(page.getByRole('row', { name: /^Self-sufficiency 50.%$/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /Used here > 1.797E308.kWh$/ })).toBeVisible()
})

test('isolated readings are dots in every curve, visible in every colour scheme', async ({
  page,
  organization,
}) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 40, imported: 20, exported: 10 })
  await day.org.open(page, day.path)
  await expect(recorded(page)).toContainText('1 reading at')
  const dots = curveOf(page).locator('circle.curve-dot')
  await expect(dots).toHaveCount(3)
  await page.clock.fastForward(20 * minuteMs)
  await expect(recorded(page)).toContainText(/with a gap of (19|20).min/)
  await expect(dots).toHaveCount(6)
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const) {
    await page.emulateMedia(media)
    const looks = await dots.evaluateAll((all) =>
      all.map((dot) => ({
        width: dot.getBoundingClientRect().width,
        isSeen: getComputedStyle(dot).fill !== getComputedStyle(document.body).backgroundColor,
      })),
    )
    for (const look of looks) expect(look).toEqual({ width: 6, isSeen: true })
  }
})

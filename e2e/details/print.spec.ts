import type { Page } from '@playwright/test'
import { certifiedPlant, morning, riskyPlants } from '../support/certificates'
import { PlantDay } from '../support/energy-day'
import { expect, test } from '../support/fixtures'
import { holdFleetList, openFleetList, plantLinks } from '../support/fleet-list'
import { fullPlant } from '../support/full-plant'
import { setPreference } from '../support/preferences'
import { expectNoViolations } from '../support/violations'

/** Printable area of A4 with 12 mm margins, in CSS pixels. */
const paper = { width: 703, height: 1032 }
/** A4 without margins. */
const wholeSheet = { width: 794, height: 1123 }
const longName = 'Fotovoltaická elektrárna Zemědělské družstvo Horní Újezd u Litomyšle, sekce 12'

/** Describes the elements that print incompletely: those beyond the page edge, and those that scroll. */
function lostOnPaper(page: Page): Promise<string[]> {
  return page.getByRole('main').evaluate((main) => {
    const describe = (node: Element) => `${node.tagName} ${node.textContent.slice(0, 60)}`
    // An SVG clips its own content at its edges, on the screen too.
    const shown = [...main.querySelectorAll(':not(svg *)')].filter(
      (node) =>
        // The header row of cards is for screen readers only.
        !node.closest('thead') && node.checkVisibility() && node.getBoundingClientRect().width > 1,
    )
    const beyond = shown.filter((node) => {
      const { left, right } = node.getBoundingClientRect()
      return left < -1 || right > document.documentElement.clientWidth + 1
    })
    const scrolling = [main, ...shown].filter((node) => {
      const { overflowX, overflowY } = getComputedStyle(node)
      const isCut = (overflow: string, content: number, room: number) =>
        overflow !== 'visible' && overflow !== 'clip' && content > room + 1
      return (
        isCut(overflowX, node.scrollWidth, node.clientWidth) ||
        isCut(overflowY, node.scrollHeight, node.clientHeight)
      )
    })
    return [...beyond, ...scrolling].map(describe)
  })
}

async function emulatePrint(page: Page, sheet = paper): Promise<void> {
  await page.setViewportSize(sheet)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
}

/** Expects the light theme: the dark theme's light text would be invisible on paper. */
async function expectLight(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveCSS('color', 'rgb(20, 23, 29)')
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light')
}

/** Returns the text at the foot of every sheet, and expects that each one has its number. */
function footOfSheets(page: Page): Promise<string> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    const isNumbered = rules.some((rule) => /^@page.*counter\(pages?\)/s.test(rule.cssText))
    if (!isNumbered) return 'no page numbers'
    const note = getComputedStyle(document.documentElement).getPropertyValue('--paper-note')
    return String(JSON.parse(note))
  })
}

test.beforeEach(({ page }) => setPreference(page, 'theme', 'dark'))

test('a plant prints completely on A4, in the light theme even if the screen is dark', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 30 })
  const id = await fullPlant(org)
  const acknowledgement = { status: 'ACKNOWLEDGED', acknowledgedBy: 'jana.novakova@example.org' }
  const type = 'INVERTER_OVERTEMPERATURE_PROTECTION'
  await org.addAlerts(id, [{ ...acknowledgement, type, message: 'Inverter too hot. '.repeat(5) }])
  const path = `/plants/${id}`
  await org.open(page, path)
  for (const part of ['', '/alerts', '/security']) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(path + part)
    await expect(page.getByText(/^Updated/).first()).toBeVisible()
    await emulatePrint(page, wholeSheet)
    expect(await lostOnPaper(page), part).toEqual([])
    await emulatePrint(page)
    expect(await lostOnPaper(page), part).toEqual([])
    await expectLight(page)
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('button', { name: /^(Copy|Edit|Suspend)/ })).toHaveCount(0)
    await expect(page.getByText(/^Updated .*\(\d{4}-\d\d-\d\d [\d:]+/).first()).toBeVisible()
  }
})

test("the day's energy prints with charts that fit the paper", async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 1_234_567.891, imported: 98_765.4, exported: 456_789.012 })
  await day.org.open(page, day.path)
  const curve = page.getByRole('figure', { name: /^Curve of UTC day/ })
  await expect(curve.locator('circle.curve-dot')).toHaveCount(3)
  const file = await page.pdf({ format: 'A4' })
  // Each sheet has its own page object; the page tree is "/Type /Pages", which must not match.
  const sheets = file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  expect(sheets).toBeLessThanOrEqual(3)
  await emulatePrint(page)
  expect(await lostOnPaper(page)).toEqual([])
  await expectLight(page)
  for (const chart of [curve, page.getByRole('img', { name: /^Flow diagram/ })]) {
    const { width = 0, x = -1 } = (await chart.locator('svg').first().boundingBox()) ?? {}
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(paper.width)
    expect(width).toBeGreaterThan(paper.width / 2)
  }
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect
    .poll(async () => (await curve.locator('svg').first().boundingBox())?.width)
    .toBeGreaterThan(900)
})

test('the list prints as a table with whole names, without its controls', async ({
  page,
  organization,
}) => {
  const rows = [
    { name: longName, serialNumber: 'CPI-2024-000123-ABCDEFGH-99', type: 'CONTROLLER' },
    { name: 'N'.repeat(100), serialNumber: 'S'.repeat(50), lifecycleStatus: 'PROVISIONED' },
  ]
  const org = await organization({ plants: 3, rows })
  await holdFleetList(page)
  await org.open(page, '/plants')
  await expect(page.getByText('1–5 of 5')).toBeVisible()
  for (const sheet of [wholeSheet, paper]) {
    await emulatePrint(page, sheet)
    expect(await lostOnPaper(page)).toEqual([])
    await expect(page.getByRole('columnheader', { name: 'Serial number' })).toBeVisible()
  }
  await expect(page.getByText('1–5 of 5')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByLabel('Rows per page')).toBeHidden()
})

test('the fleet’s list prints more than the rows on screen, with all its columns', async ({
  page,
  organization,
}) => {
  const names = Array.from({ length: 60 }, (_, index) => `FVE ${index}`)
  const rows = [longName, ...names].map((name, index) => ({ name, serialNumber: `P-${index}` }))
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=e&sort=name')
  await expect(page.getByText('Searched all 61 plants.')).toBeVisible()
  expect(await plantLinks(page).count()).toBeLessThan(rows.length)
  for (const sheet of [wholeSheet, paper]) {
    await emulatePrint(page, sheet)
    await expect(plantLinks(page)).toHaveCount(rows.length)
    expect(await lostOnPaper(page)).toEqual([])
    for (const name of ['Serial number', 'Certificate', 'Last seen', 'Auth method']) {
      await expect(page.getByRole('columnheader', { name })).toBeVisible()
    }
  }
  await expect(page.getByText('Contains “e”')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('combobox')).toHaveCount(0)
})

test('the printed list of a large fleet says that it ends after 500 rows', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 600 })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(page.getByText(/^Searched (all 600|600 of 600) plants\./)).toBeVisible()
  const note = page.getByText('Only the first 500 of 600 plants are printed.')
  await expect(note).toHaveCount(0)
  await emulatePrint(page)
  await expect(note).toBeVisible()
  await expect(plantLinks(page)).toHaveCount(500)
})

test('the certificates page prints as evidence: what was read and when, and whole lists', async ({
  page,
  organization,
}) => {
  const old = Array.from({ length: 8 }, (_, at) =>
    certifiedPlant(`Old ${at + 1}`, 100, { authMethod: 'TOKEN' }),
  )
  const rows = [...morning(), ...old, certifiedPlant(longName, 12)]
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=2&urgent=10')
  await expect(riskyPlants(page)).toHaveCount(6)
  const chart = page.getByRole('figure', { name: /^Bar chart/ })
  await expect(chart).toBeVisible()
  await expect(page.getByText('Printed')).toHaveCount(0)
  for (const sheet of [wholeSheet, paper]) {
    await emulatePrint(page, sheet)
    expect(await lostOnPaper(page)).toEqual([])
    await expectLight(page)
    for (const [label, text] of [
      ['Thresholds', 'Urgent within 10 days, soon within 30 days'],
      ['Data as of', / UTC$/],
      ['Figures read', / UTC$/],
      ['Printed', / UTC$/],
      ['Rows', '6 of 6 certificates'],
      ['Contradictions', /authentication method doesn’t use: 9$/],
    ] as const) {
      const term = page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })
      await expect(term.locator('..').getByRole('definition')).toHaveText(text)
    }
    await expect(page.getByRole('link', { name: 'Old 8' })).toBeVisible()
    await expect(
      page.getByRole('table', { name: 'Certificates at risk' }).getByRole('columnheader'),
    ).toHaveText(['Plant', 'Certificate', 'Contact', 'Next step', 'Lifecycle'])
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0)
    const { x = -1, width = 0 } = (await chart.locator('svg').first().boundingBox()) ?? {}
    expect(x).toBeGreaterThanOrEqual(0)
    expect(width).toBeGreaterThan(sheet.width / 2)
    expect(x + width).toBeLessThanOrEqual(sheet.width)
  }
  expect(await footOfSheets(page)).toMatch(/^Certificates, data as of .* UTC$/)
  await expectNoViolations(page, 'certificates on paper')
})

test('the printed certificates of a large fleet end after the 500 most urgent', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 600 }, (_, at) => certifiedPlant(`Plant ${at}`, at % 30))
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(page.getByText('The 100 most urgent of 600')).toBeVisible()
  await emulatePrint(page)
  await expect(
    page.getByText('Only the 500 most urgent of 600 certificates are printed.'),
  ).toBeVisible()
  await expect(riskyPlants(page)).toHaveCount(500)
  await expect(page.getByText('The 100 most urgent of 600')).toBeHidden()
})

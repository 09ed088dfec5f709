// The list over 3,000 plants of the platform's own fleet, compared with plain rules over what the API delivered.
import type { Locator, Page } from '@playwright/test'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { expect, test } from '../support/fixtures'
import { listSearch, plantLinks, plantRows } from '../support/fleet-list'
import { type ApiPlant, countsOf, facetsOf, hasWords, matching } from '../support/plain-fleet'
import { sorted, sortValuesAt } from '../support/plain-order'
import { expectList, openWholeFleet } from '../support/whole-fleet'

const filters = (page: Page) => page.getByRole('complementary', { name: 'Filters' })
const facet = (page: Page, name: string): Locator =>
  filters(page).getByRole('group', { name, exact: true })
const toDescending = ['ascending', 'descending'] as const
/** The plants that fail most often come first. */
const toAscending = ['descending', 'ascending'] as const
const byName = sortValuesAt(0).Name ?? (() => undefined)
const inOrder = (plants: readonly ApiPlant[]) => sorted(plants, byName)

/** Returns the counts beside the checkboxes, by the title of the facet and the label. */
async function shownCounts(page: Page): Promise<Record<string, Record<string, number>>> {
  const facets = await filters(page)
    .getByRole('group')
    .evaluateAll((groups) =>
      groups.map((group) => ({
        title: group.querySelector('legend')?.textContent ?? '',
        rows: Array.from(group.querySelectorAll('label'), (label) => label.textContent),
      })),
    )
  return Object.fromEntries(
    facets.map(({ title, rows }) => {
      const counts = rows.map((row) => /^(.*) ([\d,]+)$/s.exec(row) ?? [row, row, '-1'])
      const entries = counts.map(([, label = '', count = '']) => [
        label,
        Number(count.replaceAll(',', '')),
      ])
      return [title, Object.fromEntries(entries)]
    }),
  )
}

test('finds plants among 3,000 by every text that they have', async ({ page, organization }) => {
  const { plants, source } = await openWholeFleet(page, organization, '/plants?sort=name')
  const own = plants.find(({ certificateFingerprint }) => certificateFingerprint !== null)
  if (!own) throw new Error('No plant has a certificate.')
  const fingerprint = own.certificateFingerprint ?? ''
  const part = fingerprint.slice(30, 59)
  // Too large for a number of JavaScript, so it is read from the source text.
  const ean = /"eanOpm":(\d{18})/.exec(source)?.[1] ?? ''
  const words = [
    'uloziste',
    'klodzko',
    'STRASSE dach',
    'vera stastna',
    'fotowolt uloziste',
    own.serialNumber,
    own.serialNumber.slice(0, 6),
    own.id,
    own.id.slice(0, 13).toUpperCase(),
  ]
  const numbers = [fingerprint, fingerprint.toLowerCase().replaceAll(':', ''), part]
  const searches: readonly { text: string; isFound: (plant: ApiPlant) => boolean }[] = [
    ...words.map((text) => ({ text, isFound: (plant: ApiPlant) => hasWords(plant, text) })),
    ...numbers.map((text) => ({ text, isFound: ({ id }: ApiPlant) => id === own.id })),
    { text: ean, isFound: ({ metadata }) => metadata?.eanOpm === Number(ean) },
  ]
  for (const { text, isFound } of searches) {
    await test.step(`searches for ${text}`, async () => {
      const found = plants.filter(isFound)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(plants.length)
      await listSearch(page).fill(text)
      await expectList(page, inOrder(found), plants.length)
    })
  }
})

test('sorts 3,000 plants by every column, in both directions', async ({ page, organization }) => {
  const { plants, nowMs } = await openWholeFleet(page, organization, '/plants?sort=name')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  for (const name of ['Template', 'Created']) await dialog.getByRole('checkbox', { name }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const headings = page.getByRole('columnheader').getByRole('button')
  const valuesOf = sortValuesAt(nowMs)
  await expect(headings).toHaveCount(Object.keys(valuesOf).length)
  for (const [heading, valueOf] of Object.entries(valuesOf)) {
    const header = page.getByRole('columnheader', { name: heading, exact: true })
    for (const direction of heading === 'Auth failures' ? toAscending : toDescending) {
      await test.step(`sorts by ${heading}, ${direction}`, async () => {
        // The list opened in the order of the names.
        if (heading !== 'Name' || direction !== 'ascending')
          await header.getByRole('button').click()
        await expect(header).toHaveAttribute('aria-sort', direction)
        await expectList(page, sorted(plants, valueOf, direction === 'descending'), plants.length)
      })
    }
  }
})

test('filters 3,000 plants by ticks, counts every facet, and acts on exactly the matches', async ({
  page,
  organization,
  context,
}) => {
  await allowClipboard(context)
  const { plants, nowMs } = await openWholeFleet(page, organization, '/plants?sort=name')
  const facets = facetsOf(plants, nowMs)
  expect(Object.keys(facets)).toEqual(
    expect.arrayContaining(['vendor', 'model', 'installer', 'points']),
  )
  expect(Object.keys(facets)).not.toContain('firmware')
  let ticks: Record<string, string[]> = {}
  const expectCounts = async (text = '') => {
    await expect.poll(() => shownCounts(page)).toEqual(countsOf(plants, facets, ticks, text))
    const found = matching(plants, facets, ticks, text)
    expect(found.length).toBeGreaterThan(0)
    await expectList(page, inOrder(found), plants.length)
  }

  await test.step('counts the whole fleet', async () => {
    for (const title of ['Certificate', 'points']) {
      await facet(page, title)
        .getByRole('button', { name: /^Show all/ })
        .click()
    }
    await expectCounts()
  })

  for (const [title, label] of [
    ['Connection', 'Offline'],
    ['Connection', 'Degraded'],
    ['Type', 'Gateway'],
    ['Certificate', 'Expired'],
    ['Certificate', 'Valid for over 90 days'],
    ['installer', 'SolarMont CZ'],
    ['Template', 'PV plant'],
    ['Last seen', 'Over a week ago'],
  ] as const) {
    await test.step(`ticks ${title}: ${label}`, async () => {
      await facet(page, title)
        .getByRole('checkbox', { name: new RegExp(`^${label} [\\d,]+$`) })
        .check()
      ticks[title] = [...(ticks[title] ?? []), label]
      await expectCounts()
    })
  }
  await test.step('adds a word to fewer ticks', async () => {
    await listSearch(page).fill('status:offline,degraded type:gateway,controller zapad')
    ticks = { Connection: ['Offline', 'Degraded'], Type: ['Gateway', 'Controller'] }
    await expectCounts('zapad')
  })

  await listSearch(page).fill('status:offline,degraded type:gateway,controller')
  await expectCounts()
  const listed = inOrder(matching(plants, facets, ticks))
  expect(listed.length).toBeGreaterThan(500)
  const count = listed.length.toLocaleString('en')
  await test.step('copies the IDs of all matches', async () => {
    const bar = page.getByRole('region', { name: 'Selection' })
    await page.getByRole('checkbox', { name: 'Select the rows on screen' }).check()
    await bar.getByRole('button', { name: `Select all ${count} matching` }).click()
    await expect(bar).toContainText(`${count} selected`)
    await bar.getByRole('button', { name: 'Copy IDs' }).click()
    await expect(bar.getByText('Copied').first()).toBeVisible()
    const copied = (await clipboardText(page)).split('\n')
    expect(copied.toSorted()).toEqual(listed.map(({ id }) => id).toSorted())
    await bar.getByRole('button', { name: 'Clear' }).click()
  })

  await test.step('leads through the matches from a plant’s page', async () => {
    await plantRows(page).focus()
    await page.keyboard.press('Home')
    // Until the list is at rest, the element of a link may pass to another plant.
    await expect(plantLinks(page).first()).toHaveText(listed[0]?.name ?? '')
    await plantLinks(page).first().click()
    const place = page.getByRole('navigation', { name: 'Plants of the list' })
    const expectPlant = async (at: number) => {
      await expect(place).toHaveText(`${at + 1} of ${count}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(listed[at]?.name ?? '')
      await expect(page).toHaveURL(new RegExp(`/plants/${listed[at]?.id}`))
    }
    await expectPlant(0)
    for (const at of [1, 2, 3]) {
      await page.keyboard.press('j')
      await expectPlant(at)
    }
    await page.keyboard.press('k')
    await expectPlant(2)
    await page.goBack()
    await expectList(page, listed, plants.length)
  })

  await test.step('explains why a plant is hidden', async () => {
    const ofType = matching(plants, facets, { Type: ['Actuator'] })
    const own = ofType.find(({ status }) => status === 'OFFLINE')
    const hidden = ofType.findLast(({ status }) => status === 'ONLINE')
    if (!own || !hidden) throw new Error('The fleet lacks actuators.')
    await listSearch(page).fill(`status:offline type:actuator ${own.serialNumber}`)
    await expectList(page, [own], plants.length)
    const question = page.getByRole('region', { name: 'Why isn’t it here?' })
    await question.getByRole('textbox').fill(hidden.serialNumber)
    await expect(question).toContainText(`${hidden.name} is hidden by 2 conditions:`)
    await expect(question).toContainText('status:offline hides it: it is online.')
    await question.getByRole('button', { name: 'Remove both' }).click()
    await expect(listSearch(page)).toHaveValue('type:actuator')
    await expectList(page, inOrder(ofType), plants.length)
    const number = inOrder(ofType).indexOf(hidden) + 1
    await expect(question).toContainText(`${hidden.name} is in the list: number ${number}.`)
  })
})

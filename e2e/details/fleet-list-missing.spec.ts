import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, plantLinks, plantRows } from '../support/fleet-list'
import { expectOnTop } from '../support/on-top'

const rows = [
  { name: 'FVE Zlín', serialNumber: 'W-1', status: 'ONLINE', type: 'GATEWAY' },
  { name: 'FVE Brno', serialNumber: 'W-2', status: 'OFFLINE', type: 'SENSOR' },
  {
    name: 'MVE Tábor',
    serialNumber: 'W-3',
    status: 'OFFLINE',
    type: 'GATEWAY',
    metadata: '{"installer":"Solar"}',
  },
]

const question = (page: Page) => page.getByRole('region', { name: 'Why isn’t it here?' })
const ask = (page: Page, text: string) => question(page).getByRole('textbox').fill(text)

test('names exactly the conditions that hide a plant, and removes them', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=status:offline+type:sensor+fve&sort=name')
  await expect(plantLinks(page)).toHaveText(['FVE Brno'])
  await ask(page, 'W-3')
  await expect(question(page)).toContainText('MVE Tábor is hidden by 2 conditions:')
  await expect(question(page).getByRole('listitem').first()).toContainText(
    'type:sensor hides it: its type is Gateway.',
  )
  const remove = question(page).getByRole('button')
  await expect(remove).toHaveText([
    'Remove Type: Sensor',
    'Remove Contains “fve”',
    'Remove both conditions',
  ])
  await remove.first().click()
  await expect(listSearch(page)).toHaveValue('status:offline fve')
  await expect(question(page)).toContainText('MVE Tábor is hidden by 1 condition:')
  await remove.first().click()
  await expect(plantLinks(page)).toHaveText(['FVE Brno', 'MVE Tábor'])
  await expect(question(page)).toContainText('MVE Tábor is in the list')
  await ask(page, 'FVE Zlín')
  await expect(question(page)).toContainText('FVE Zlín is hidden by 1 condition:')
  await expect(question(page)).toContainText('status:offline hides it: it is online.')
})

test('names the installer of a plant that is hidden for it', async ({ page, organization }) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=meta.installer:Elektro')
  await ask(page, 'W-3')
  await expect(question(page)).toContainText('hides it: its installer is “Solar”.')
  await ask(page, 'W-1')
  await expect(question(page)).toContainText(
    'hides it: its metadata doesn’t have this value for “installer”.',
  )
})

test('explains at once why nothing matches a serial number and other conditions', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=status:online')
  await listSearch(page).fill('status:online W-3')
  await expect(question(page).getByRole('textbox')).toHaveValue('W-3')
  await expect(question(page)).toContainText('MVE Tábor is hidden by 1 condition:')
  await expect(question(page)).toContainText('status:online hides it: it is offline.')
  await expect(listSearch(page)).toBeFocused()
})

test('answers for a long list, too', async ({ page, organization }) => {
  const more = Array.from({ length: 8 }, (_, at) => ({
    name: `FVE ${at}`,
    serialNumber: `M-${at}`,
    status: 'ONLINE',
    type: 'SENSOR',
  }))
  const org = await organization({ rows: [...rows, ...more] })
  await openFleetList(page, org, '/plants?q=status:online')
  await expect(plantLinks(page)).toHaveCount(9)
  await page.getByRole('button', { name: 'Why isn’t it here?' }).click()
  await expect(question(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('w-2')
  await expect(question(page)).toContainText('status:online hides it: it is offline.')
  await question(page).getByRole('button', { name: 'Close' }).click()
  await expect(question(page)).toHaveCount(0)
  await expect(plantRows(page)).toBeFocused()
})

test('shows that no plant of the fleet has a serial number, and the time of the data', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows })
  await openFleetList(page, org, '/plants?q=nothing')
  await expect(page.getByText('No plant matches')).toBeVisible()
  await ask(page, 'W-999')
  await expect(question(page)).toContainText(
    /No plant of the fleet matches “W-999” as of \d{4}-\d\d-\d\d \d\d:\d\d/,
  )
  await page.getByRole('button', { name: 'Show all plants' }).click()
  await expect(plantLinks(page)).toHaveCount(3)
  // The next question is about the next search.
  await listSearch(page).fill('something')
  await expect(question(page).getByRole('textbox')).toHaveValue('something')
})

test('leads to a serial number that is typed with other separators', async ({
  page,
  organization,
}) => {
  const named = { name: 'FVE Opava', serialNumber: 'CPI-21-000110-9', status: 'ONLINE' }
  const org = await organization({ rows: [...rows, named] })
  await openFleetList(page, org, '/plants?q=status:online+CPI210001109')
  await expect(question(page)).toContainText(
    'FVE Opava has a matching serial number, with different separators: “CPI-21-000110-9”.',
  )
  await expect(question(page)).not.toContainText('No plant of the fleet matches')
  await question(page).getByRole('button', { name: 'Search for CPI-21-000110-9' }).click()
  await expect(listSearch(page)).toHaveValue('status:online CPI-21-000110-9')
  await expect(plantLinks(page)).toHaveText(['FVE Opava'])
  await expect(question(page)).toBeFocused()
  // A question of its own is corrected in its own field.
  await listSearch(page).fill('status:offline')
  await ask(page, 'cpi/21/000110/9')
  await question(page).getByRole('button', { name: 'Search for CPI-21-000110-9' }).click()
  await expect(question(page)).toContainText('status:offline hides it: it is online.')
  await expect(listSearch(page)).toHaveValue('status:offline')
})

test('shows that a plant may not be loaded yet', async ({ page, organization }) => {
  const org = await organization({ plants: 250 })
  await page.route(/\/plants\?.*page=[23]\b.*limit=100/, () => new Promise(() => undefined))
  await openFleetList(page, org, '/plants?q=nothing')
  await ask(page, 'W-999')
  await expect(question(page)).toContainText(
    /^Why.*Not among the 100 plants loaded so far: “W-999”/,
  )
  await expect(question(page)).toContainText('150 are not loaded yet.')
  await expect(page.getByText('Searched 100 of 250 plants.')).toBeVisible()
})

for (const size of [
  { width: 1024, height: 768 },
  { width: 1440, height: 600 },
]) {
  test(`shows each line of long explanations at ${size.width} × ${size.height}`, async ({
    page,
    organization,
  }) => {
    const others = ['A', 'B', 'C'].map((letter) => ({
      name: `MVE Tábor ${letter}`,
      serialNumber: `L-${letter}`,
      status: 'OFFLINE',
      type: 'SENSOR',
    }))
    const org = await organization({ rows: [...rows, ...others] })
    await page.setViewportSize(size)
    const filter = 'status:online type:gateway auth:mtls lifecycle:active cert:later fve created<1h'
    await openFleetList(page, org, `/plants?q=${filter.replaceAll(' ', '+')}`)
    await ask(page, 'Tábor')
    await expect(question(page).getByText(/is hidden by \d conditions/)).toHaveCount(3)
    const remove = question(page).getByRole('button', { name: /^Remove/ })
    expect(await remove.count()).toBeGreaterThan(9)
    const reach = page.getByText(/^Searched all 6 plants/)
    for (const one of [remove.first(), remove.last()]) {
      await one.scrollIntoViewIfNeeded()
      await expectOnTop(one)
      await reach.scrollIntoViewIfNeeded()
      expect(await reach.evaluate(isPrintedOver, await question(page).elementHandle())).toBe(false)
    }
  })
}

/** Returns true if an element is drawn over a region; runs in the page. */
function isPrintedOver(element: Element, region: Node | null): boolean {
  const { x, y, width, height } = element.getBoundingClientRect()
  const below = document.elementsFromPoint(x + width / 2, y + height / 2)
  return below.some((one) => region?.contains(one))
}

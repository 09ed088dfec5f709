import { expect, test } from '../support/fixtures'
import { holdFleetList, openFleetList, plantLinks, plantRow } from '../support/fleet-list'
import { fillNewPlant } from '../support/new-plant'
import { expectOnTop } from '../support/on-top'
import { paletteSearch } from '../support/palette'
import { sidewaysOverflow } from '../support/sideways-overflow'

test.describe('on a phone @phone', () => {
  test('shows plants as cards, without sideways scrolling, and with large touch targets', async ({
    page,
    organization,
    context,
  }) => {
    const id = crypto.randomUUID()
    const rows = [
      { name: 'N'.repeat(100), serialNumber: 'S'.repeat(50), authFailureCount: 3 },
      { id, name: 'FVE Zlín', serialNumber: 'M-1', certificateFingerprint: 'A7:'.repeat(32) },
    ]
    const org = await organization({ plants: 30, rows })
    await openFleetList(page, org, '/plants?q=zl%C3%ADn')
    const card = page.getByRole('row').filter({ hasText: 'FVE Zlín' })
    for (const text of ['M-1', 'Connection', 'Lifecycle', 'Certificate', 'Last seen', 'Type']) {
      // Labels are drawn by the styles, so only names have them.
      await expect(card.and(page.getByRole('row', { name: text }))).toBeVisible()
    }
    await expect(page.getByRole('columnheader', { name: 'Type' })).not.toBeInViewport()
    await expect.poll(() => page.evaluate(tooSmall)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)

    await page.getByRole('button', { name: 'View', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: 'Dark' })).toBeVisible()
    expect(await page.evaluate(tooSmall)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await paletteSearch(page).fill('plant')
    await expect(page.getByRole('option', { name: 'New plant' })).toBeVisible()
    expect(await page.evaluate(tooSmall)).toEqual([])
    await page.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('button', { name: 'New plant' }).click()
    await expect(page.getByRole('button', { name: 'Create plant' })).toBeInViewport()
    expect(await page.evaluate(tooSmall)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()

    await card.getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
    expect(await page.evaluate(tooSmall)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)

    await page.getByRole('button', { name: 'Pages' }).click()
    await expect(page.getByRole('menuitem')).toHaveText([
      'Overview',
      'Plants',
      /^Certificates/,
      'Commands',
      'API reference',
      'Manage accounts',
    ])
    await expect(page.getByText(/^Administrator · /).filter({ visible: true })).toHaveCount(1)
    await expect(page.getByRole('menu')).toHaveAccessibleDescription(/Administrator/)
    expect(await page.evaluate(tooSmall)).toEqual([])
    const docs = context.waitForEvent('page')
    await page.getByRole('menuitem', { name: 'API reference' }).click()
    await expect(await docs).toHaveURL(/\/docs\/$/)
    await page.getByRole('button', { name: 'Pages' }).click()
    await page.getByRole('menuitem', { name: 'Plants' }).click()
    await expect(page.getByRole('heading', { name: 'Plants 32' })).toBeVisible()
  })

  test('shows the time of what needs attention on narrow cards', async ({ page, organization }) => {
    const active = { lifecycleStatus: 'ACTIVE' }
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
    const rows = [
      { ...active, name: 'FVE Zlín', serialNumber: 'M-1', certificateExpiresAt: days(-400) },
      {
        ...active,
        name: 'FVE Brno',
        serialNumber: 'M-2',
        status: 'OFFLINE',
        lastSeenAt: days(-25),
      },
      {
        name: 'FVE Cheb',
        serialNumber: 'M-3',
        status: 'ONLINE',
        lifecycleStatus: 'SUSPENDED',
        lastSeenAt: days(-25),
      },
    ]
    const org = await organization({ rows })
    await page.setViewportSize({ width: 360, height: 800 })
    await openFleetList(page, org)
    for (const [name, reason] of [
      ['FVE Zlín', 'Certificate expired'],
      ['FVE Brno', 'Offline, last seen'],
      ['FVE Cheb', 'Connected despite its lifecycle, last seen'],
    ] as const) {
      const row = plantRow(page, name)
      await expect(row).toHaveAccessibleName(/Needs attention/)
      const words = page.getByTitle(reason, { exact: true })
      const cell = row.getByRole('cell').filter({ has: words })
      await expect(cell.getByText(' ago')).toBeVisible()
      const [frame, time] = [await cell.boundingBox(), await cell.getByText(' ago').boundingBox()]
      if (!frame || !time) throw new Error(`The cell of ${name} is not on screen.`)
      expect(time.x + time.width).toBeLessThanOrEqual(frame.x + frame.width + 1)
    }
    const words = plantRow(page, 'FVE Zlín').getByTitle('Certificate expired')
    expect(await words.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  })

  test('orders the cards both ways, and keeps that in the URL', async ({ page, organization }) => {
    const rows = ['Brno', 'Aš', 'Cheb'].map((name) => ({ name, serialNumber: `S-${name}` }))
    const org = await organization({ rows })
    await openFleetList(page, org)
    const order = page.getByRole('combobox', { name: 'Sort by' })
    await order.selectOption('Name, A to Z')
    await expect(plantLinks(page)).toHaveText(['Aš', 'Brno', 'Cheb'])
    await order.selectOption('Name, Z to A')
    await expect(plantLinks(page)).toHaveText(['Cheb', 'Brno', 'Aš'])
    await page.reload()
    await expect(plantLinks(page)).toHaveText(['Cheb', 'Brno', 'Aš'])
    await expect(order).toHaveValue('-name')
  })

  test('keeps the selection and the age of the data in view', async ({ page, organization }) => {
    const org = await organization({ plants: 30 })
    await openFleetList(page, org)
    await expect(page.getByText('Oldest row read')).toBeInViewport()
    const box = page.getByRole('checkbox', { name: /^Select / }).first()
    await box.check()
    const bar = page.getByRole('region', { name: 'Selection' })
    await expect(bar).toBeInViewport({ ratio: 1 })
    await expect(bar.getByRole('button', { name: 'Suspend' })).toHaveCount(0)
    await bar.getByRole('button', { name: 'Actions' }).click()
    await expect(bar.getByRole('button', { name: 'Suspend' })).toBeInViewport({ ratio: 1 })
    await box.uncheck()
    await expect(bar).toHaveCount(0)
    await box.check()
    await expect(bar).toContainText('1 selected')
    await expect(bar.getByRole('button', { name: 'Suspend' })).toHaveCount(0)
  })

  test('shows as much of a plant before the whole fleet is there', async ({
    page,
    organization,
  }) => {
    const org = await organization({
      rows: [{ name: 'Aš', serialNumber: 'S-1', type: 'SENSOR', authMethod: 'TOKEN' }],
    })
    await holdFleetList(page)
    await org.open(page, '/plants')
    const card = page.getByRole('row').filter({ hasText: 'Aš' })
    await expect(card.and(page.getByRole('row', { name: 'Type Sensor' }))).toBeVisible()
    await expect(card.and(page.getByRole('row', { name: 'Auth method Token' }))).toBeVisible()
  })

  test('the sign-in page and a plant with long texts fit the screen', async ({
    page,
    organization,
  }) => {
    const id = crypto.randomUUID()
    const row = {
      id,
      name: 'W'.repeat(100),
      serialNumber: 'S'.repeat(50),
      description: 'long '.repeat(100),
      metadata: `{"text":"${'x'.repeat(500)}","site":{"roof":{"angle":35}}}`,
    }
    const org = await organization({ rows: [row] })
    await page.goto(`/plants/${id}`)
    await page.getByText('Advanced').click()
    await expect(page.getByLabel('Client ID')).toBeVisible()
    expect(await page.evaluate(tooSmall)).toEqual([])
    expect(await sidewaysOverflow(page)).toBe(0)
    await org.fillSignIn(page)
    await expect(page.getByRole('heading', { name: row.name })).toBeVisible()
    expect(await sidewaysOverflow(page)).toBe(0)
    expect(await page.evaluate(tooSmall)).toEqual([])
  })

  test("a message never covers a heading or a dialog's buttons", async ({ page, organization }) => {
    const org = await organization()
    await org.open(page, '/plants?create=true')
    await fillNewPlant(page)
    await page.getByRole('button', { name: 'Create plant' }).click()
    const message = page.getByText('Plant created')
    // A message stays while the pointer is over it.
    await message.hover()
    // The dialog of the new plant fades away.
    const heading = page.getByRole('heading', { level: 1 })
    await expectOnTop(heading)
    await page.getByRole('button', { name: 'Edit' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Edit plant' })
    await expect(message).toBeVisible()
    await expectOnTop(dialog.getByRole('heading'))
    for (const name of ['Close', 'Cancel', 'Save']) {
      await expect(message).toBeVisible()
      await expectOnTop(dialog.getByRole('button', { name }))
    }
  })
})

/** Returns the visible controls that are too small for a finger: less than 44 px wide or high. */
function tooSmall(): string[] {
  const controls = 'a[href], button, input, select, textarea, summary, [role=menuitem]'
  return (
    [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      // The link that skips to the content is for keyboard users.
      .filter((control) => getComputedStyle(control).clipPath === 'none')
      // A label around a control is touched in its place.
      .map((control) => ({
        control,
        box: (control.closest('label') ?? control).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1 && (box.width < 44 || box.height < 44))
      .map(({ control, box }) => {
        const name = control.ariaLabel ?? control.textContent
        return `${control.tagName} ${name}: ${box.width} × ${box.height}`
      })
  )
}

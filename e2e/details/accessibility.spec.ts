import type { Page } from '@playwright/test'
import { button, sessionOver } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { holdFleetList, listSearch, openFleetList, plantRows } from '../support/fleet-list'
import { dayMs, fromNow } from '../support/instants'
import type { Organization } from '../support/organization'
import { openPalette, paletteSearch, paletteStatus } from '../support/palette'
import { afterRetries } from '../support/refresh'
import { expectNoViolations } from '../support/violations'

const id = () => crypto.randomUUID()
const oddRows = [
  {
    name: 'Odd \u202E one',
    serialNumber: 'A-1',
    type: 'FRIDGE',
    status: 'ASLEEP',
    lifecycleStatus: 'FROZEN',
    certificateExpiresAt: 'soon',
  },
  {
    name: 'Quiet one',
    serialNumber: 'A-2',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authFailureCount: 7,
    lastSeenAt: fromNow(-5 * dayMs),
    certificateExpiresAt: fromNow(-5 * dayMs),
  },
  { name: 'Soon', serialNumber: 'A-3', certificateExpiresAt: fromNow(20 * dayMs) },
  { name: '', serialNumber: '', type: '', status: '', lifecycleStatus: '' },
]
const cannotRead = { path: '/api/v1/plants$', kind: 'error-before', times: 3 } as const

async function openNewPlant(page: Page, org: Organization): Promise<void> {
  await org.open(page, '/plants?create=true')
  await page.getByLabel('Name', { exact: true }).fill('FVE Zlín')
  await page.getByLabel('Serial number').fill('A-2')
}

for (const width of ['', ' @phone']) {
  test.describe(`axe finds no violations${width}`, () => {
    test(`on the sign-in page, expanded and with errors${width}`, async ({ page, provokes }) => {
      provokes(/status of 400/)
      await page.goto('/sign-in')
      await expect(page.getByLabel('Username')).toBeVisible()
      await expectNoViolations(page, 'sign-in')
      await page.getByText('Advanced').click()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('Enter your username.')).toBeVisible()
      await expectNoViolations(page, 'sign-in with errors')
      await page.getByLabel('Username').fill('no-such-user')
      await page.getByLabel('Password').fill('nothing')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('Incorrect username or password')).toBeVisible()
      await expectNoViolations(page, 'sign-in refused')
    })

    test(`in a list that is up to date, out of date or on a missing page${width}`, async ({
      page,
      organization,
      provokes,
    }) => {
      provokes(/status of 500/)
      await holdFleetList(page)
      const org = await organization({ rows: oddRows })
      await org.open(page, '/plants')
      await expect(page.getByText('1–4 of 4')).toBeVisible()
      await expectNoViolations(page, 'list')
      await org.fault(cannotRead)
      await page.getByRole('button', { name: 'Refresh now' }).click()
      await expect(page.getByText('Couldn’t refresh')).toBeVisible(afterRetries)
      await expectNoViolations(page, 'list that cannot be refreshed')
      await page.goto('/plants?page=99')
      await expect(page.getByText('There is no page 99')).toBeVisible()
      await expectNoViolations(page, 'no such page of the list')
    })

    test(`in the fleet’s list, with a filter, a selection, a mistake or no match${width}`, async ({
      page,
      organization,
    }) => {
      const org = await organization({ rows: oddRows })
      await openFleetList(page, org)
      await expect(page.getByText('Searched all 4 plants.')).toBeVisible()
      await expectNoViolations(page, 'fleet’s list')
      await page.getByRole('checkbox', { name: 'Select Quiet one' }).check()
      await plantRows(page).press('ArrowDown')
      await listSearch(page).fill('status:offline sta')
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await expectNoViolations(page, 'fleet’s list with completions and a selection')
      await listSearch(page).fill('statsu:x')
      await page.keyboard.press('Enter')
      await expect(page.getByText(/^Column 1/)).toBeVisible()
      await expectNoViolations(page, 'fleet’s list with a mistake')
      await listSearch(page).fill('nothing like it')
      await page.getByLabel('Name or serial number of the missing plant').fill('A-2')
      await expect(page.getByText('is hidden by 3 conditions').first()).toBeVisible()
      await expectNoViolations(page, 'fleet’s list without a match')
    })

    test(`in the dialogs of the fleet’s list${width}`, async ({ page, organization }) => {
      const org = await organization({ plants: 3 })
      await openFleetList(page, org)
      await page.getByRole('button', { name: 'Columns' }).click()
      await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible()
      await expectNoViolations(page, 'columns')
      await page.keyboard.press('Escape')
      for (const [item, title] of [
        ['Save this view…', 'Save this view'],
        ['Manage views…', 'Views'],
      ] as const) {
        await page.getByRole('button', { name: 'Views' }).click()
        await page.getByRole('menuitem', { name: item }).click()
        await expect(page.getByRole('dialog', { name: title })).toBeVisible()
        await expectNoViolations(page, title)
        await page.keyboard.press('Escape')
      }
      if (width === '') return
      await page.getByRole('button', { name: 'Filters' }).click()
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible()
      await expectNoViolations(page, 'filters')
    })

    test(`in a list that is loading, failed or empty${width}`, async ({
      page,
      organization,
      provokes,
    }) => {
      provokes(/status of 500/)
      // The index would read some of the responses that fail.
      await holdFleetList(page)
      const org = await organization()
      const release = await org.hold({ path: '/api/v1/plants$' })
      await org.open(page, '/plants', 'operator')
      await expect(page.getByText('Loading plants')).toBeAttached()
      await expectNoViolations(page, 'loading list')
      await release()
      await org.fault(cannotRead)
      await page.reload()
      await expect(page.getByText('The server failed')).toBeVisible(afterRetries)
      await expectNoViolations(page, 'failing list')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByText('There are no plants yet')).toBeVisible()
      await expectNoViolations(page, 'empty list')
    })

    test(`on the pages of a plant, a deleted plant and an unknown address${width}`, async ({
      page,
      organization,
      provokes,
    }) => {
      provokes(/status of 404/)
      const plant = {
        ...oddRows[1],
        id: id(),
        certificateFingerprint: 'A7:'.repeat(32),
        metadata: '{"a":[1,2]}',
      }
      const org = await organization({ rows: [plant] })
      await org.open(page, `/plants/${plant.id}`)
      await expect(page.getByRole('heading', { name: 'Quiet one' })).toBeVisible()
      await expectNoViolations(page, 'plant')
      await page.goto(`/plants/${id()}`)
      await expect(page.getByText('Plant not found')).toBeVisible()
      await expectNoViolations(page, 'plant that is gone')
      await page.goto('/nowhere')
      await expect(page.getByText('Page not found')).toBeVisible()
      await expectNoViolations(page, 'not found')
    })

    test(`in the New plant form with errors, a refusal or an unknown outcome${width}`, async ({
      page,
      organization,
      provokes,
    }) => {
      provokes(/status of (409|500)/)
      const org = await organization({ rows: oddRows })
      await openNewPlant(page, org)
      await expectNoViolations(page, 'New plant')
      await page.getByLabel('Metadata').fill('[')
      await page.getByRole('button', { name: 'Create plant' }).click()
      await expect(page.getByText('Line 1, column 2')).toBeVisible()
      await expectNoViolations(page, 'New plant with errors')
      await page.getByLabel('Metadata').fill('')
      await page.getByLabel('Type').selectOption('SENSOR')
      await page.getByRole('button', { name: 'Create plant' }).click()
      await expect(page.getByRole('button', { name: 'Open “Quiet one”' })).toBeVisible()
      await expectNoViolations(page, 'New plant refused')
      await org.fault({ method: 'POST', path: '/plants$', kind: 'error-after' })
      await page.getByLabel('Serial number').fill('A-9')
      await page.getByRole('button', { name: 'Create plant' }).click()
      await expect(page.getByRole('button', { name: 'Open plant' })).toBeVisible()
      await expectNoViolations(page, 'outcome unknown')
      await page.getByRole('button', { name: 'Open plant' }).click()
      await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
      await expectNoViolations(page, 'created plant')
    })

    test(`in the palette, the keyboard dialog, menus and an expired session${width}`, async ({
      page,
      organization,
      provokes,
    }) => {
      provokes(/status of 40[01]/)
      const org = await organization({ plants: 3 })
      await openFleetList(page, org, '/plants', 'operator')
      await openPalette(page)
      await expect(paletteStatus(page)).toHaveText('Searched all 3 plants.')
      await expectNoViolations(page, 'palette')
      await paletteSearch(page).fill('nothing like it')
      await expect(page.getByText('No result for')).toBeVisible()
      await expectNoViolations(page, 'palette without results')
      await paletteSearch(page).fill('f')
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await expectNoViolations(page, 'palette with results')
      await page.getByRole('button', { name: 'Close' }).click()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
      await expectNoViolations(page, 'keys')
      await page.keyboard.press('Escape')
      const menus = width === '' ? ['View', 'Refresh every: 15 s'] : ['View', 'Pages']
      for (const menu of menus) {
        await button(page, menu).click()
        await expect(page.getByRole('menu')).toBeVisible()
        await expectNoViolations(page, `menu ${menu}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)
      }
      await org.endSessions()
      await page.getByRole('button', { name: 'Refresh now' }).click()
      await expect(sessionOver(page)).toBeVisible()
      await expectNoViolations(page, 'session over')
    })
  })
}

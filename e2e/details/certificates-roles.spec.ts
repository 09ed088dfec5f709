import { randomUUID } from 'node:crypto'
import { certifiedPlant, offline, riskyPlants } from '../support/certificates'
import { button, confirmButton, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fromNow, hourMs } from '../support/instants'
import { expectOnTop } from '../support/on-top'
import { saveWith } from '../support/saved-files'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { listAll, worklist } from '../support/worklist'

const soonEnding = (...names: string[]) =>
  names.map((name, at) => ({ id: randomUUID(), ...certifiedPlant(name, 3 + at) }))
const roleNote = 'Your role (Support) can read and export this page.'

test('support staff are told what they may not do before they try, and can do the rest', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: soonEnding('First', 'Second') })
  await org.open(page, '/certificates', 'support')
  await expect(page.getByText(roleNote)).toContainText('Only administrators can provision plants.')
  await page.getByLabel('Select all shown').check()
  await button(page, 'Provision 2 plants one at a time').press('Enter')
  await expect(worklist(page)).toHaveCount(0)
  await button(page, 'More actions for First').click()
  await expect(page.getByRole('menuitem', { name: 'Add to the worklist' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.keyboard.press('Escape')
  await page.getByLabel('Renewals a week').fill('1')
  for (const name of ['Export CSV', 'Export calendar', 'Export CSV of the renewal plan']) {
    expect((await saveWith(page, name)).content.toString()).toContain('First')
  }
  // The dialog's address can be opened, but not confirmed.
  await page.getByRole('link', { name: 'First', exact: true }).first().click()
  await page.goto(`${new URL(page.url()).pathname}?action=provision`)
  await expect(openDialog(page)).toContainText('Only administrators can provision plants.')
  expect(await org.countRequests('POST', /provision|revoke/)).toBe(0)
})

test('administrators see no note about their role', async ({ page, organization }) => {
  const org = await organization({ rows: soonEnding('First') })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveText(['First'])
  await expect(page.getByText(/Your role/)).toHaveCount(0)
})

test('the server refuses a role that has changed meanwhile, and the plant stays to do', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const org = await organization({ rows: soonEnding('First') })
  await org.open(page, '/certificates')
  await listAll(page, 1)
  await org.changeRole('admin', 'support')
  await worklist(page).getByRole('link', { name: 'Next: First' }).click()
  await confirmButton(page).click()
  await expect(openDialog(page)).toContainText('The role support does not allow this')
  await openDialog(page).getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 to do')
})

test('a selection outlives a filter that nothing matches', async ({ page, organization }) => {
  const org = await organization({ rows: soonEnding('First', 'Second', 'Third') })
  await org.open(page, '/certificates')
  await page.getByLabel('Select First').check()
  await page.getByLabel('Select Third').check()
  const selection = page.getByRole('region', { name: 'Selection' })
  const search = page.getByLabel('Search plants')
  await search.fill('nowhere')
  await expect(page.getByText('No certificate matches')).toBeVisible()
  await expect(selection).toContainText('2 selected, none in view')
  await expect(selection.getByRole('button')).toHaveText(['Clear'])
  await search.fill('')
  await expect(page.getByLabel('Select First')).toBeChecked()
  await expect(page.getByLabel('Select Second')).not.toBeChecked()
  await expect(selection).toContainText('2 selected')
  await search.fill('nowhere')
  await selection.getByRole('button', { name: 'Clear' }).click()
  await expect(selection).toHaveCount(0)
})

test('two open tabs show the same worklist', async ({ page, organization, context }) => {
  const org = await organization({ rows: soonEnding('First', 'Second') })
  await org.open(page, '/certificates')
  const other = await context.newPage()
  await other.goto('/certificates')
  await expect(riskyPlants(other)).toHaveCount(2)
  await listAll(page, 2)
  await expect(worklist(other)).toContainText('0 of 2 renewed · 2 to do')
  await button(other, 'Remove First from the worklist').click()
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 to do')
})

test('each state of contact shows its evidence', async ({ page, organization }) => {
  const hoursAgo = (hours: number) => fromNow(-hours * hourMs)
  const expired = (name: string, lastAuthFailureAt: string | null) =>
    certifiedPlant(name, -8, { ...offline(), authFailureCount: 40, lastAuthFailureAt })
  const rows = [
    expired('Gave up', hoursAgo(30)),
    expired('Knocking', hoursAgo(0)),
    expired('Never tried', hoursAgo(24 * 20)),
    certifiedPlant('Alive', 20),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('Gave up')).toContainText(
    /Not trying to connect, last seen 9.d agoLast failed attempt 30.h ago/,
  )
  await expect(row('Knocking')).toContainText(/Locked out, last tried .*Last contact 9.d ago/)
  await expect(row('Never tried')).toContainText(
    /Not trying to connect, last seen 9.d agoNo failed attempt since last contact/,
  )
  await expect(row('Alive')).not.toContainText('attempt')
})

test('the renewal plan does not scroll sideways on a phone @phone', async ({
  page,
  organization,
}) => {
  const names = Array.from(
    { length: 6 },
    (_, at) => `Photovoltaikanlage Süd-${'o'.repeat(60)} ${at}`,
  )
  const org = await organization({ rows: soonEnding(...names) })
  await org.open(page, '/certificates?capacity=2')
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  // Unless it is Monday, less than a week is left for the first two.
  await expect(plan.getByRole('row').nth(3)).toBeVisible()
  expect(await sidewaysOverflow(page)).toBe(0)
  // All of it is on the page: no second place to scroll within it.
  const cut = await page
    .getByRole('region', { name: 'Weeks of the plan' })
    .evaluate((table) => [
      table.scrollWidth - table.clientWidth,
      table.scrollHeight - table.clientHeight,
    ])
  expect(cut).toEqual([0, 0])
})

test('the selection stays in view, and hides no row that the keyboard reaches', async ({
  page,
  organization,
}) => {
  const names = Array.from({ length: 27 }, (_, at) => `Plant ${String(at).padStart(2, '0')}`)
  const org = await organization({ rows: soonEnding(...names) })
  await org.open(page, '/certificates')
  await page.getByLabel('Select Plant 26').check()
  const selection = page.getByRole('region', { name: 'Selection' })
  await expect(selection).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Select Plant 22').focus()
  for (const name of ['21', '20', '19', '18', '17', '16', '15', '14', '13', '12', '11', '10']) {
    // Each row has four stops: the box, the name, and two actions.
    for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Shift+Tab')
    const box = page.getByLabel(`Select Plant ${name}`)
    await expect(box).toBeFocused()
    await expectOnTop(box)
  }
})

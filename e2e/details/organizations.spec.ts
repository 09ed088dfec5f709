import type { Page } from '@playwright/test'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { holdRequests } from '../support/fleet-list'
import type { Organization } from '../support/organization'
import { openPlan, planFile, runningFleet, startRun, stateCount } from '../support/runs'
import { expectNoViolations } from '../support/violations'

const nameOf = ({ id }: Organization) => `Test ${id.slice(0, 8)}`
const switcher = (page: Page, org: Organization) => button(page, `Organization: ${nameOf(org)}`)

async function choose(page: Page, to: Organization): Promise<void> {
  await expect(openDialog(page).getByRole('list', { name: 'Organizations' })).toBeVisible()
  const search = page.getByLabel('Search organizations')
  // Only a longer list has it.
  if (await search.isVisible()) await search.fill(nameOf(to))
  await openDialog(page)
    .getByRole('button', { name: nameOf(to) })
    .click()
}

async function switchTo(page: Page, from: Organization, to: Organization): Promise<void> {
  await switcher(page, from).click()
  await choose(page, to)
  await expect(switcher(page, to)).toBeVisible()
}

test('shows one organization at a time, and remembers the choice on this device', async ({
  page,
  context,
  organization,
}) => {
  const home = await organization({ rows: [{ name: 'Home plant' }] })
  const away = await organization({ rows: [{ name: 'Away plant', lifecycleStatus: 'ACTIVE' }] })
  await home.open(page, '/plants', 'superadmin')
  const row = (name: string) => page.getByRole('link', { name })
  await expect(row('Home plant')).toBeVisible()
  await switchTo(page, home, away)
  await expect(row('Away plant')).toBeVisible()
  await expect(row('Home plant')).toHaveCount(0)
  await expect(page.getByRole('banner')).toContainText(`Super administrator · ${nameOf(away)}`)

  // What is done now is done there.
  await row('Away plant').click()
  await button(page, 'Suspend').click()
  await openDialog(page).getByRole('button', { name: 'Suspend plant' }).click()
  await expect(openDialog(page)).toHaveCount(0)
  const [changed] = (await away.read<{ data: { lifecycleStatus: string }[] }>('/plants')).data
  expect(changed?.lifecycleStatus).toBe('SUSPENDED')

  // A reload and new tabs stay with the choice; a switch in one tab changes no other.
  await page.reload()
  await expect(switcher(page, away)).toBeVisible()
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(second.getByRole('link', { name: 'Away plant' })).toBeVisible()
  await switchTo(second, away, home)
  await expect(second.getByRole('link', { name: 'Home plant' })).toBeVisible()
  await page.reload()
  await expect(switcher(page, away)).toBeVisible()

  // Signing out leaves only the last choice, and not in words.
  await button(page, 'Sign out').click()
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(stored).toContain(home.id)
  expect(stored).not.toContain(away.id)
  expect(stored).not.toContain(home.users.superadmin.username)
  expect(stored).not.toContain(nameOf(home))
})

test('leads to no neighbours in the organization before', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const home = await organization({ rows: [{ name: 'Home 1' }, { name: 'Home 2' }] })
  const away = await organization({ rows: [{ name: 'Away plant' }] })
  await home.open(page, '/plants?sort=name', 'superadmin')
  const neighbours = page.getByRole('navigation', { name: 'Plants of the list' })
  await page.getByRole('link', { name: 'Home 1' }).click()
  await expect(neighbours).toHaveText('1 of 2')
  await switchTo(page, home, away)
  await page.goBack()
  await expect(page.getByText('Plant not found')).toBeVisible()
  await expect(neighbours).toHaveCount(0)
  const kept = () => page.evaluate(() => Object.keys(sessionStorage).join(' '))
  expect(await kept()).not.toContain('list')
})

test('asks before a switch discards what was entered', async ({ page, organization }) => {
  const home = await organization({ plants: 3 })
  const away = await organization({ plants: 3 })
  await home.open(page, '/commands/new', 'superadmin')
  await page.getByRole('combobox', { name: 'Command' }).fill('GET_INFO')
  await switcher(page, home).click()
  await choose(page, away)
  const question = page.getByRole('alertdialog', { name: `Switch to ${nameOf(away)}?` })
  await expect(question).toContainText('discards what you entered')
  await expectNoViolations(page, 'question')
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByRole('combobox', { name: 'Command' })).toHaveValue('GET_INFO')
  await switcher(page, home).click()
  await choose(page, away)
  await question.getByRole('button', { name: 'Switch anyway' }).click()
  await expect(switcher(page, away)).toBeVisible()
  await expect(page).toHaveURL(/\/commands$/)
})

test('stays on the page that both organizations have', async ({ page, organization }) => {
  const home = await organization({ rows: [{ name: 'Home plant' }] })
  const away = await organization({ rows: [{ name: 'Away plant' }] })
  await home.open(page, '/accounts?q=support', 'superadmin')
  const user = (org: Organization) => page.getByRole('link', { name: org.users.support.username })
  await user(home).click()
  await expect(
    page.getByRole('heading', { level: 1, name: home.users.support.username }),
  ).toBeVisible()
  await switchTo(page, home, away)
  await expect(page).toHaveURL(/\/accounts$/)
  await expect(user(away)).toBeVisible()
  await switchTo(page, away, home)
  await expect(page).toHaveURL(/\/accounts$/)
  await expect(user(home)).toBeVisible()
  await expect(user(away)).toHaveCount(0)
  await page.getByRole('link', { name: /^Certificates/ }).click()
  // The address changes before the page does.
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
  await switchTo(page, home, away)
  await expect(page).toHaveURL(/\/certificates$/)
  await page.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await switchTo(page, away, home)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('switches on the page that was chosen last, even while it is loading', async ({
  page,
  organization,
}) => {
  const home = await organization({ plants: 1 })
  const away = await organization({ plants: 1 })
  const code = await holdRequests(page, /_app\.certificates-/)
  await home.open(page, '/plants', 'superadmin')
  await expect(switcher(page, home)).toBeVisible()
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await code.arrived
  await expect(page).toHaveURL(/\/certificates$/)
  await switcher(page, home).click()
  await choose(page, away)
  code.release()
  await expect(switcher(page, away)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Certificates' })).toBeVisible()
  await expect(page).toHaveURL(/\/certificates$/)
})

test('runs of one organization don’t show in another, and signing out asks about all', async ({
  page,
  organization,
}) => {
  const { org: home, plants } = await runningFleet(organization, 2)
  const away = await organization()
  await home.open(page, '/commands', 'superadmin')
  await openPlan(page, await planFile(home, plants))
  await startRun(page, 2)
  await expect(stateCount(page, 'OK')).toHaveText('OK 2')
  await switchTo(page, home, away)
  await page.getByRole('link', { name: 'Commands' }).click()
  await expect(page.getByText('No runs on this device')).toBeVisible()
  await button(page, 'Sign out').click()
  await expect(page.getByRole('alertdialog')).toContainText('1 run on this device')
  await button(page, 'Cancel').click()
  await switchTo(page, away, home)
  await page.getByRole('link', { name: 'Commands' }).click()
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('2 OK')
})

test('a user of one organization has no switcher, and neither has a backend without the list', async ({
  page,
  organization,
  provokes,
}) => {
  const home = await organization({ plants: 3 })
  const listed = () => page.waitForResponse(/\/api\/v1\/organizations$/)
  const [own] = await Promise.all([listed(), home.open(page, '/plants', 'admin')])
  expect(own.status()).toBe(200)
  await expect(page.getByRole('banner')).toContainText(`Administrator · ${nameOf(home)}`)
  await expect(page.getByRole('button', { name: /^Organization/ })).toHaveCount(0)
  await button(page, 'Sign out').click()

  provokes(/404/)
  const fault = { path: '/organizations$', kind: 'response', status: 404, times: 10 } as const
  await home.fault({ ...fault, body: '{"code":"NOT_FOUND"}' })
  const signIn = async () => {
    await home.fillSignIn(page, 'superadmin')
    await button(page, 'Sign out').waitFor()
  }
  const [missing] = await Promise.all([listed(), signIn()])
  expect(missing.status()).toBe(404)
  await expect(page.getByRole('banner')).toContainText(nameOf(home))
  await expect(page.getByRole('button', { name: /^Organization/ })).toHaveCount(0)
  await expect(page.getByText('Not up to date')).toHaveCount(0)
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in the switcher${width}`, async ({ page, organization }) => {
    const home = await organization({ plants: 3 })
    const away = await organization({ plants: 3 })
    for (let more = 0; more < 5; more += 1) await organization()
    await home.open(page, '/plants', 'superadmin')
    if (width === '') await switcher(page, home).click()
    else {
      await button(page, 'Pages').click()
      const item = page.getByRole('menuitem', { name: 'Switch organization' })
      await expect(item).toContainText(nameOf(home))
      await item.click()
    }
    await page.getByLabel('Search organizations').fill(nameOf(away))
    await expectNoViolations(page, 'switcher', openDialog(page))
    // With one left, Enter takes it.
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
}

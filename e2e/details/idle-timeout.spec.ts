import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectIdleSignOut, idleWarning, openWithIdle, setIdleMinutes } from '../support/idle'
import { onePlant } from '../support/one-plant'
import { openPlan, planFile, recordsOf, runningFleet, startRun } from '../support/runs'
import { expectNoViolations } from '../support/violations'

test('signs out every tab after the time without use, and returns to the same pages', async ({
  page,
  context,
  organization,
}) => {
  const { id, rows } = onePlant({ name: 'FVE Tábor' })
  const org = await organization({ rows })
  await openWithIdle(page, org, `/plants/${id}/security`)
  const second = await context.newPage()
  await second.goto('/certificates?within=7')
  await expect(button(second, 'Sign out')).toBeVisible()
  await page.clock.fastForward('15:01')
  await expectIdleSignOut(page)
  await expectIdleSignOut(second)
  await expect.poll(() => org.countRequests('POST', /oauth2\/v1\/revoke/)).not.toBe(0)
  for (const tab of [page, second]) {
    await expect(tab.getByText('FVE Tábor')).toHaveCount(0)
    expect(await tab.evaluate(() => sessionStorage.getItem('plantdeck.session'))).toBeNull()
  }
  await org.fillSignIn(page)
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(page.getByRole('heading', { name: 'FVE Tábor' })).toBeVisible()
  await expect(second).toHaveURL(/\/certificates\?within=7$/)
})

test('warns before, and stays signed in while any tab is used', async ({
  page,
  context,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await openWithIdle(page, org, '/plants')
  const second = await context.newPage()
  await second.goto('/plants')
  await expect(button(second, 'Sign out')).toBeVisible()
  await page.clock.fastForward('12:50')
  await second.mouse.move(300, 300)
  await second.mouse.move(310, 300)
  await page.clock.fastForward('12:50')
  await expect(idleWarning(page)).toHaveCount(0)
  await page.clock.fastForward('00:20')
  await expect(idleWarning(page)).toBeVisible()
  await expect(idleWarning(second)).toBeVisible()
  await second.keyboard.press('a')
  await expect(idleWarning(second)).toHaveCount(0)
  await expect(idleWarning(page)).toHaveCount(0)
  await page.clock.fastForward('13:10')
  await expect(idleWarning(page)).toBeVisible()
})

for (const width of ['', ' @phone']) {
  test(`the warning counts down, and its buttons stay or sign out${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 3 })
    await openWithIdle(page, org, '/plants?create=true')
    await page.getByLabel('Name', { exact: true }).fill('FVE Zlín')
    await page.clock.fastForward('13:10')
    await expect(idleWarning(page)).toContainText('Plantdeck signs out after 15 minutes')
    await expect(idleWarning(page)).toContainText('What isn’t sent or stored on this page')
    await expect(idleWarning(page).getByRole('timer')).toHaveText(/^1:[45]\d left$/)
    await expect(idleWarning(page).getByRole('status')).toHaveText('')
    await expect(button(page, 'Stay signed in')).toBeFocused()
    await expectNoViolations(page, 'warning')
    await page.clock.fastForward('01:00')
    await expect(idleWarning(page).getByRole('timer')).toHaveText(/^0:[45]\d left$/)
    await expect(idleWarning(page).getByRole('status')).toHaveText('1 minute left.')
    await page.keyboard.press('Enter')
    await expect(idleWarning(page)).toHaveCount(0)
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('FVE Zlín')
    await page.clock.fastForward('13:10')
    await idleWarning(page).getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('status')).toContainText('You signed out.')
  })
}

test('a page that was closed past the time signs out before it reads anything', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  await openWithIdle(page, org, '/plants')
  await expect(page.getByText('1–3 of 3').or(page.getByText('3 plants')).first()).toBeVisible()
  await page.goto('about:blank')
  const reads = () => org.countRequests('GET', /\/api\/v1\//)
  const before = await reads()
  await page.clock.fastForward('16:00')
  await page.goto('/certificates')
  await expectIdleSignOut(page)
  expect(await reads()).toBe(before)
  await org.fillSignIn(page)
  await expect(page).toHaveURL(/\/certificates$/)
})

for (const isReloaded of [false, true]) {
  test(`another user doesn’t get the previous one’s address${isReloaded ? ' after a reload' : ''}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 3 })
    await openWithIdle(page, org, '/plants?q=private')
    await expect(button(page, 'Sign out')).toBeVisible()
    if (isReloaded) await page.goto('about:blank')
    await page.clock.fastForward('16:00')
    if (isReloaded) await page.goto('/plants?q=private')
    await expectIdleSignOut(page)
    await org.fillSignIn(page, 'operator')
    await expect(button(page, 'Sign out')).toBeVisible()
    await expect(page).toHaveURL(/\/$/)
  })
}

test('a run is paused and kept for the same user', async ({ page, organization }) => {
  test.slow()
  const { org, plants } = await runningFleet(organization, 5)
  await setIdleMinutes(page, 0.2)
  await org.open(page, '/commands', 'operator')
  // A command each five seconds: none is under way when the session ends after twelve.
  const settings = { waveSize: 5, perMinute: 12, advancePercent: 0 }
  await openPlan(page, await planFile(org, plants, { settings }))
  await startRun(page, 5)
  await expect(idleWarning(page)).toContainText('runs are only paused', { timeout: 15_000 })
  await expectIdleSignOut(page, '12 seconds')
  const sent = await org.countRequests('POST', /\/commands$/)
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThan(5)
  await page.context().unroute('**/config.json')
  await page.goto('/commands')
  await org.fillSignIn(page, 'operator')
  await page.getByRole('table', { name: 'Runs' }).getByRole('link').first().click()
  await expect(page.getByRole('main')).toContainText('Paused')
  expect(await org.countRequests('POST', /\/commands$/)).toBe(sent)
  await button(page, 'Resume').click()
  await expect(page.getByRole('main')).toContainText('Finished', { timeout: 60_000 })
  expect(await recordsOf(org, plants)).toEqual(plants.map(() => 1))
})

test('an impossible time leads to a page that says what is possible', async ({ page }) => {
  await setIdleMinutes(page, 0)
  await page.goto('/plants')
  await expect(page.getByRole('alert')).toContainText(
    'idleMinutes: must be a number from 0.1 to 1440, or null for no time-out',
  )
})

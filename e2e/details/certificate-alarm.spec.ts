import { certifiedPlant, morning } from '../support/certificates'
import { button, confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectNoViolations } from '../support/violations'

const stats = /\/plants\/certificate-stats$/
const due = '3 expired or expiring within 7 days'

test('the menu says on every page how many certificates are due, after the page was read', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/plants', 'support')
  const link = page.getByRole('link', { name: `Certificates, ${due}`, exact: true })
  await expect(link).toHaveText('Certificates3')
  const reads = await org.requests('GET', /\/plants(\/certificate-stats$|\?)/)
  expect(reads[0]?.path).toContain('/plants?')
  await page.getByRole('link', { name: 'Urgent' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Urgent' })).toBeVisible()
  await expect(link).toBeVisible()
  await expectNoViolations(
    page,
    'the menu',
    page.getByRole('navigation', { name: 'Pages', exact: true }),
  )
  expect(await org.countRequests('GET', stats)).toBe(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Certificates/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await org.countRequests('GET', stats)).toBe(1)
})

test('the menu says nothing while no certificate is due', async ({ page, organization }) => {
  const org = await organization({ rows: [certifiedPlant('Soon', 20)] })
  const loaded = page.waitForResponse((response) => stats.test(response.url()))
  await org.open(page, '/plants')
  await (await loaded).finished()
  await page.getByRole('link', { name: 'Certificates', exact: true }).click()
  await expect(page.getByRole('term').filter({ hasText: 'Expiring soon' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Certificates', exact: true })).toBeVisible()
})

test('the menu on a phone says how many certificates are due @phone', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/plants')
  await expect.poll(() => org.countRequests('GET', stats)).toBe(1)
  await page.getByRole('button', { name: 'Pages' }).click()
  await expect(page.getByRole('menuitem', { name: 'Certificates' })).toContainText(due)
})

test('the menu counts again after a renewal from this page', async ({ page, organization }) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/plants', 'admin')
  await expect(page.getByRole('link', { name: `Certificates, ${due}`, exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Urgent' }).first().click()
  await page.getByRole('link', { name: 'Security' }).click()
  await button(page, 'Provision').click()
  await confirmButton(page).click()
  // The dialog with the package covers the menu.
  const link = page.getByRole('link', { name: /^Certificates, 2 expired/, includeHidden: true })
  await expect(link).toBeVisible()
})

import { certifiedPlant, riskyPlants } from '../support/certificates'
import { button, confirmButton, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { confirmStored, savePackage } from '../support/issuing'
import { plantTab } from '../support/plant-tabs'
import { expectNoViolations } from '../support/violations'
import { listAll, worklist } from '../support/worklist'

const rows = () => ['First', 'Second', 'Third'].map((name, at) => certifiedPlant(name, 3 + at))

test('a renewed plant leads on to the next one, and back to the worklist with its filter', async ({
  page,
  organization,
}) => {
  test.slow()
  const org = await organization({ rows: rows() })
  await org.open(page, '/certificates?soon=40')
  const meaning = page.getByText('To renew a certificate, provision the plant again.')
  const [, lost, needed] = ((await meaning.textContent()) ?? '').split(/(?<=\.) /)
  await listAll(page, 3)
  await worklist(page).getByRole('link', { name: 'Next: First' }).click()
  // The dialog says what the page has said.
  await expect(openDialog(page)).toContainText(lost ?? '')
  await expect(openDialog(page)).toContainText(needed?.replace(/^The plant /, '') ?? '')
  await confirmButton(page).click()
  await savePackage(page)
  await confirmStored(page)
  const steps = page.getByRole('navigation', { name: 'Worklist' })
  await expect(steps).toContainText('Plant 1 of 3 on your worklist')
  await expectNoViolations(page, 'the way back to the worklist', steps)
  await steps.getByRole('link', { name: 'Next: Second' }).click()
  await expect(openDialog(page)).toContainText('Second')
  await openDialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(steps).toContainText('Plant 2 of 3 on your worklist')
  await expect(steps.getByRole('link', { name: /^Next/ })).toHaveText('Next: Third')
  await plantTab(page, 'Overview').click()
  await steps.getByRole('link', { name: 'Back to the worklist' }).click()
  await expect(page).toHaveURL(/\/certificates\?soon=40$/)
  await expect(worklist(page)).toContainText('0 of 3 renewed · 1 issued, not in use yet · 2 to do')
})

test('only plants on the worklist lead to it, also after a reload', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows() })
  await org.open(page, '/certificates')
  await button(page, 'More actions for Second').click()
  await page.getByRole('menuitem', { name: 'Add to the worklist' }).click()
  await riskyPlants(page).filter({ hasText: 'Second' }).click()
  const steps = page.getByRole('navigation', { name: 'Worklist' })
  await expect(steps).toContainText('Plant 1 of 1 on your worklist')
  await page.reload()
  await expect(steps).toContainText('Plant 1 of 1 on your worklist')
  await expect(steps.getByRole('link')).toHaveText(['Back to the worklist'])
  await steps.getByRole('link').click()
  await riskyPlants(page).filter({ hasText: 'First' }).click()
  await expect(page.getByRole('heading', { name: 'First' })).toBeVisible()
  await expect(steps).toHaveCount(0)
})

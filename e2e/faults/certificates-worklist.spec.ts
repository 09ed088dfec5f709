import { randomUUID } from 'node:crypto'
import { certifiedPlant } from '../support/certificates'
import { button, confirmButton, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { afterRetries } from '../support/refresh'
import { contactUntil, listAll, refreshUntil, worklist, worklistPlants } from '../support/worklist'

const twoPlants = () =>
  ['First', 'Second'].map((name, at) => ({
    id: randomUUID(),
    ...certifiedPlant(name, 3 + at, { certificateSerialNumber: `00112233445566${at}` }),
  }))

test('the state of a renewal is unknown while its plant can’t be read, even after contact', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const rows = twoPlants()
  const [id = ''] = rows.map((row) => row.id)
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  await org.changePlant(id, { certificateSerialNumber: 'FF00FF00FF00FF00FF00' })
  await refreshUntil(page, '0 of 2 renewed · 1 issued, not in use yet · 1 to do')
  await contactUntil(page, org, id, '1 of 2 renewed · 1 to do')

  await org.fault({ kind: 'error-before', status: 500, times: 1_000, path: `/plants/${id}$` })
  await refreshUntil(page, '0 of 2 renewed · 1 to do · 1 unknown')
  const row = worklistPlants(page, 'Unknown').filter({ hasText: 'First' })
  await expect(row).toContainText('Couldn’t load the plant.')
  await page.reload()
  await expect(worklist(page)).toContainText('0 of 2 renewed · 1 to do · 1 unknown', afterRetries)

  await org.clearFaults()
  await refreshUntil(page, '1 of 2 renewed · 1 to do')
})

test('a plant that is deleted or revoked meanwhile doesn’t count as renewed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const rows = twoPlants()
  const [first, second] = rows.map((row) => row.id)
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  await org.call('DELETE', `/plants/${first}`)
  await org.call('POST', `/plants/${second}/revoke`)
  await refreshUntil(page, '0 of 2 renewed · 2 with other changes')
  const other = worklistPlants(page, 'Other changes')
  await expect(other.filter({ hasText: 'First' })).toContainText('It was moved or deleted.')
  await expect(other.filter({ hasText: 'Second' })).toContainText('The plant is revoked.')
  await button(page, 'Clear finished').click()
  await expect(worklist(page)).toContainText('0 of 1 renewed · 1 with other changes')
})

test('shows the refusal when the backend doesn’t renew an active plant, which stays on the worklist', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const org = await organization({ rows: twoPlants() })
  const message = 'Only PENDING plants can be provisioned'
  const body = { statusCode: 400, code: 'BAD_REQUEST', message }
  await org.fault({ kind: 'response', status: 400, body, path: '/provision$', method: 'POST' })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  await worklist(page).getByRole('link', { name: 'Next: First' }).click()
  await confirmButton(page).click()
  await expect(openDialog(page)).toContainText(message)
  await openDialog(page).getByRole('button', { name: 'Close' }).first().click()
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(worklist(page)).toContainText('0 of 2 renewed · 2 to do')
})

test('the worklist says that a reload loses it when the browser stores nothing', async ({
  page,
  organization,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  const org = await organization({ rows: twoPlants() })
  await org.open(page, '/certificates')
  await listAll(page, 2)
  await expect(worklist(page)).toContainText('It is lost when you reload.')
})

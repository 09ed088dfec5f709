import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { userIdOf } from '../support/accounts'
import { expect, test } from '../support/fixtures'

const log = (page: Page) => page.getByRole('region', { name: 'Audit log' })
const link = (page: Page, name: string) => log(page).getByRole('link', { name, exact: true })

function plant(name: string) {
  return { id: randomUUID(), name, serialNumber: name, lifecycleStatus: 'ACTIVE' }
}

test('shows each name once it is read, and until then that it isn’t', async ({
  page,
  organization,
}) => {
  const [one, two] = [plant('One'), plant('Two')]
  const org = await organization({ rows: [one, two] })
  for (const { id } of [one, two]) await org.call('POST', `/plants/${id}/suspend`)
  const address = `/accounts/${await userIdOf(org, 'admin')}`
  const release = await org.hold({ path: `/plants/${two.id}$` })
  await org.open(page, address, 'superadmin')
  await expect(link(page, one.name)).toBeVisible()
  await expect(log(page).getByTitle(two.id)).toHaveText(/…\w{4} \(name not read yet\)$/)
  await release()
  await expect(link(page, two.name)).toBeVisible()
})

test('names an account that was created after the accounts were read', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants', 'superadmin')
  await page.getByRole('link', { name: 'Manage accounts' }).click()
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible()
  const username = `late-${org.id.slice(0, 8)}`
  await org.call('POST', '/users', 'admin', { username, password: randomUUID(), role: 'support' })
  await page.getByRole('link', { name: org.users.admin.username, exact: true }).click()
  await expect(link(page, username)).toBeVisible()
})

import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('what a provisioning gives is shown, and the address no longer asks for it', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'BESS Chomutov', serialNumber: 'CA-1' }] })
  await org.open(page, `/plants/${id}/security?action=provision`)
  const dialog = page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })
  await expect(dialog).toContainText('It gets its first credentials')
  await button(page, 'Confirm').click()
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/security$`))
  await expect(page.getByRole('dialog')).toContainText('Credentials of BESS Chomutov')
})

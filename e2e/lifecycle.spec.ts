import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test('an administrator suspends a live plant, and lets it in again', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'BESS Chomutov', serialNumber: 'LC-1' }] })
  await org.connectPlant(id)
  await org.open(page, `/plants/${id}`)
  await button(page, 'Suspend').click()
  const dialog = page.getByRole('dialog', { name: 'Suspend BESS Chomutov?' })
  await expect(dialog).toContainText('LC-1')
  await expect(dialog).toContainText('Its session is cut at once')
  await button(page, 'Confirm').click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Suspended BESS Chomutov')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Suspended: it cannot connect')
})

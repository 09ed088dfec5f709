import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { onePlant } from './one-plant'
import type { NewOrganization } from './organization'

/** Time at which the exported alerts were raised. */
export const createdAt = '2026-03-04T05:06:07.000Z'

/** Opens the alerts of a plant whose texts need care in a table: formulas, quotes, line breaks and no date. */
export async function openExportedAlerts(page: Page, make: NewOrganization, query = '') {
  const { id, rows } = onePlant({
    name: '=HYPERLINK("http://x")',
    serialNumber: 'A/1',
    status: 'ONLINE',
  })
  const org = await make({ rows })
  await org.addAlerts(id, [
    { severity: 'CRITICAL', message: '=1+1\nsecond line', createdAt, type: '-2' },
    { severity: 'WARNING', status: 'RESOLVED', message: 'Žlutý, "kůň"', createdAt },
    { severity: 'INFO', message: '', createdAt: 'yesterday' },
  ])
  await org.open(page, `/plants/${id}/alerts${query}`)
  await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible()
}

import { morning } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { afterRetries } from '../support/refresh'

test('the menu claims nothing about certificates when their figures can’t be read', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ rows: morning() })
  const path = '/plants/certificate-stats$'
  await org.fault({ path, kind: 'error-before', status: 500, times: 3 })
  await org.open(page, '/plants')
  const requests = () => org.countRequests('GET', new RegExp(path))
  await expect.poll(requests, afterRetries).toBe(3)
  await expect(page.getByRole('link', { name: 'Certificates', exact: true })).toBeVisible()
  // Everything on screen is up to date.
  await expect(page.getByRole('banner').getByText('Not up to date')).toHaveCount(0)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByRole('link', { name: /^Certificates, 3 expired or/ })).toBeVisible()
  await org.fault({ path, kind: 'error-before', status: 500, times: 3 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByRole('banner').getByText('Not up to date')).toBeVisible(afterRetries)
  await expect(page.getByRole('link', { name: /^Certificates, 3 expired or/ })).toBeVisible()
})

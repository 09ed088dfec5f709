import { expect, test } from '../support/fixtures'
import { issue, openSecurity, provisioned, confirmStored } from '../support/issuing'
import { expectNoViolations } from '../support/violations'

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in the secret and token dialogs${width}`, async ({
    page,
    organization,
  }) => {
    const { id, rows } = provisioned({ authMethod: 'TOKEN' })
    const org = await organization({ rows })
    await openSecurity(page, org, id)
    await expectNoViolations(page, 'security')
    await issue(page, 'Rotate secret')
    await page.getByRole('button', { name: 'Reveal HMAC secret' }).click()
    await expectNoViolations(page, 'rotated secret')
    await page.getByRole('button', { name: 'Discard' }).click()
    await expectNoViolations(page, 'discarding')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await confirmStored(page)
    const dialog = await issue(page, 'Issue MQTT token')
    await expectNoViolations(page, 'token')
    await page.goBack()
    await dialog.getByRole('button', { name: 'Leave', exact: true }).waitFor()
    await expectNoViolations(page, 'leaving')
    await dialog.getByRole('button', { name: 'Stay' }).click()
    await confirmStored(page)
  })

  test(`axe finds no violations while provisioning${width}`, async ({ page, organization }) => {
    const again = provisioned({
      certificateSerialNumber: 'AB',
      certificateFingerprint: 'AB:CD',
      secretRotatedAt: new Date(Date.now() - 1000).toISOString(),
    })
    const org = await organization({ rows: again.rows })
    await openSecurity(page, org, again.id)
    await expectNoViolations(page, 'security during the grace period')
    const packages = await issue(page, 'Provision')
    await expect(packages.getByRole('list', { name: 'Checks' })).toBeVisible()
    await expectNoViolations(page, 'package')
    await confirmStored(page)
    await expectNoViolations(page, 'waiting for contact')
  })
}

import { randomUUID } from 'node:crypto'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { dayMs, fromNow } from '../support/instants'
import { issue, openSecurity, provisioned, save, confirmStored } from '../support/issuing'
import { SecretSearch } from '../support/secret-search'

test('shows the state of the credentials', async ({ page, organization }) => {
  const revoked = provisioned({
    lifecycleStatus: 'REVOKED',
    certificateExpiresAt: fromNow(20.5 * dayMs),
    certificateFingerprint: 'AB:CD',
    certificateSerialNumber: '0F1E',
    authFailureCount: 3,
  })
  const [soon] = provisioned({ ...revoked.rows[0], lifecycleStatus: 'ACTIVE' }).rows
  const org = await organization({
    rows: [...revoked.rows, { ...soon, id: randomUUID(), serialNumber: 'S-2', name: 'Soon' }],
  })
  await openSecurity(page, org, revoked.id)
  await expect(fact(page, 'Certificate')).toHaveText('Revoked')
  await expect(fact(page, 'Failures')).toHaveText('3')
  await expect(fact(page, 'Secret rotated')).toHaveText('never')
  await page.getByRole('link', { name: 'Plants' }).first().click()
  await page.getByRole('link', { name: 'Soon' }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(fact(page, 'Certificate')).toHaveText('Expires in 7 to 30 days')
  await expect(fact(page, 'Certificate expires')).toContainText('in 20 d')
})

test('shows that a certificate from before a change of method is not used', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned({
    lifecycleStatus: 'ACTIVE',
    authMethod: 'TOKEN',
    certificateExpiresAt: fromNow(5 * dayMs),
    certificateFingerprint: 'AB:CD',
  })
  const org = await organization({ rows })
  await openSecurity(page, org, id)
  await expect(fact(page, 'Certificate')).toContainText(
    'Not usedThe plant authenticates with a token',
  )
  await expect(page.getByRole('link', { name: /Certificate expires/ })).toHaveCount(0)
})

test('explains to an operator why nothing can be issued', async ({ page, organization }) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/security`, 'operator')
  for (const [name, reason] of [
    ['Provision', 'Only administrators can provision plants.'],
    ['Download package', 'Only administrators can download packages.'],
    ['Rotate secret', 'Only administrators can rotate secrets.'],
    ['Issue MQTT token', 'Only administrators can issue tokens.'],
  ] as const) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveAccessibleDescription(
      reason,
    )
  }
})

test('shows for an hour after a rotation that both secrets are valid, even after a reload', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await org.takeClock(page)
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Rotate secret')
  await expect(dialog).toContainText('New secret of FVE Tábor')
  await expect(dialog).toContainText(
    /Install it by \d\d:\d\d; until then both secrets are valid \(\d+:\d\d/,
  )
  const { text: secret } = await save(page, 'Save HMAC secret')
  expect(await search.find(secret)).toEqual(['components'])
  await confirmStored(page)
  expect(await search.find(secret)).toEqual([])

  const notice = page.getByText(/Both secrets are valid until \d\d:\d\d/)
  await expect(notice).toBeVisible()
  await page.reload()
  await expect(notice).toBeVisible()
  const rotate = page.getByRole('button', { name: 'Rotate secret' })
  await expect(rotate).toHaveAccessibleDescription(/rotated less than 1 hour ago/)
  await page.clock.fastForward('59:00')
  await expect(notice).toContainText(
    /\((1:00|0:\d\d) left, according to the documented one-hour grace period\)/,
  )
  await page.clock.fastForward('01:30')
  await expect(notice).toHaveCount(0)
  await expect(rotate).toHaveAccessibleDescription('')
})

test('shows the claims of an issued token and its remaining time', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned({ authMethod: 'TOKEN' })
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Issue MQTT token')
  const { name, text: token } = await save(page, 'Save MQTT token')
  expect(name).toBe('token.txt')
  const claims = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString(),
  ) as Record<string, string>
  await expect(fact(dialog, 'Subject')).toHaveText(`${id}this plant`)
  await expect(fact(dialog, 'Issuer')).toHaveText(claims.iss ?? '')
  await expect(fact(dialog, 'Audience')).toHaveText(claims.aud ?? '')
  await expect(fact(dialog, 'Expires')).toContainText(/(1:00:00|59:\d\d) left/)
  await confirmStored(page)
  expect(await search.find(token)).toEqual([])
})

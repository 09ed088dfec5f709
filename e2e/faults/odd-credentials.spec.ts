import { randomUUID } from 'node:crypto'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { fromNow, hourMs } from '../support/instants'
import {
  issue,
  provisioned,
  save,
  provisionByApi,
  openSecurity,
  confirmStored,
} from '../support/issuing'

test('the checks fail for a package whose key belongs to another certificate', async ({
  page,
  organization,
}) => {
  const ids = [randomUUID(), randomUUID()]
  const rows = ids.map((id, at) => ({ id, name: `FVE ${at}`, serialNumber: `K-${at}` }))
  const org = await organization({ rows })
  const [own, other] = await Promise.all(ids.map((id) => provisionByApi(org, id)))
  const security = { ...other?.security, clientKey: own?.security.clientKey, pin: '4711-secret' }
  await org.fault({
    path: 'provision/download$',
    method: 'GET',
    kind: 'response',
    body: { ...own, security },
    times: 1,
  })
  await org.open(page, `/plants/${ids[0]}/security`)
  const dialog = await issue(page, 'Download package')
  const checks = dialog.getByRole('list', { name: 'Checks' })
  const checkOf = (question: string) => checks.getByRole('listitem').filter({ hasText: question })
  await expect(checkOf('client.key belongs to client.crt')).toContainText('No')
  await expect(checkOf('It is issued to this plant')).toContainText(`It is issued to ${ids[1]}`)
  await expect(checkOf('The platform lists the same fingerprint')).toContainText('No')
  await expect(checkOf('ca.crt signed client.crt')).toContainText('Yes')
  // An undocumented member may also be a secret.
  await expect(dialog).not.toContainText('4711-secret')
  await dialog.getByRole('button', { name: 'Reveal pin' }).click()
  await expect(fact(dialog, 'pin')).toContainText('4711-secret')
})

test('reports a package without its key as incomplete, and treats unknown members as secrets', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  const own = await provisionByApi(org, id)
  const { clientKey, ...rest } = own.security
  const security = { ...rest, signingKey: clientKey, hmacSecret: { value: 'odd-secret' } }
  const body = { ...own, security }
  await org.fault({ path: 'provision/download$', method: 'GET', kind: 'response', body })
  await org.open(page, `/plants/${id}/security`)
  const dialog = await issue(page, 'Download package')
  await expect(
    dialog.getByText('The package is missing its private key (client.key)'),
  ).toBeVisible()
  await expect(dialog.getByRole('button', { name: /(Reveal|Copy) signingKey/ })).toHaveCount(0)
  expect(await save(page, 'Save signingKey.key')).toEqual({
    name: 'signingKey.key',
    text: clientKey,
  })
  expect((await save(page, 'Save HMAC secret')).text).toBe('{"value":"odd-secret"}')
  await expect(dialog.getByText('Not saved or copied yet: ca.crt, client.crt')).toBeVisible()
  for (const name of ['ca.crt', 'client.crt']) await save(page, `Save ${name}`)
  await expect(
    dialog.getByText(/^Everything received is saved or copied, but the package is missing/),
  ).toBeVisible()
  await expect(dialog.getByText('Everything is saved or copied.')).toHaveCount(0)
})

test('uses the grace period from the response, and copes with an absurd one', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  await openSecurity(page, org, id)
  for (const [gracePeriodMinutes, until] of [
    [1e15, 'Install it by an invalid date'],
    [3 * 24 * 60, /Install it by \d{4}-\d\d-\d\d \d\d:/],
    [30, /Install it by \d\d:\d\d; until then both secrets are valid \((30:00|29:\d\d) left\)/],
  ] as const) {
    const body = { hmacSecret: 'a-secret-of-a-fault', gracePeriodMinutes }
    await org.fault({ path: 'rotate-secret$', method: 'POST', kind: 'response', body })
    const dialog = await issue(page, 'Rotate secret')
    await expect(dialog).toContainText(until)
    if (gracePeriodMinutes === 30) {
      await org.changePlant(id, { secretRotatedAt: new Date().toISOString() })
    }
    await confirmStored(page)
  }
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText(/Both secrets are valid until/)).toContainText(
    /\((30:00|29:\d\d) left\)/,
  )
  await expect(page.getByRole('button', { name: 'Rotate secret' })).toHaveAccessibleDescription(
    /^The previous secret is still valid/,
  )
})

test('reports a token that is not a JWT', async ({ page, organization }) => {
  const { id, rows } = provisioned({ authMethod: 'TOKEN' })
  const org = await organization({ rows })
  const body = { token: 'opaque-token-1', expiresAt: fromNow(hourMs) }
  await org.fault({ path: 'mqtt-token$', method: 'POST', kind: 'response', body, times: 1 })
  await openSecurity(page, org, id)
  const dialog = await issue(page, 'Issue MQTT token')
  await expect(dialog.getByText('This token isn’t a JWT')).toBeVisible()
})

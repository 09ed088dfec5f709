import { connectAsync } from 'mqtt'
import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate, createPrivateKey, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { countReads } from '../support/counted-reads'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import {
  type SavedPackage,
  issue,
  provisioned,
  save,
  savePackage,
  confirmStored,
  provisionByApi,
} from '../support/issuing'
import { setPreference } from '../support/preferences'
import { SecretSearch } from '../support/secret-search'

/** Connects to the broker as a plant's controller would, and disconnects again. */
async function connectOnce({ plantId, mqtt, security }: SavedPackage): Promise<void> {
  const client = await connectAsync(
    `mqtts://${mqtt.broker}:${mqtt.port}`,
    {
      clientId: plantId,
      protocolVersion: 4,
      reconnectPeriod: 0,
      ca: security.caCert,
      cert: security.clientCert,
      key: security.clientKey,
      username: security.username,
    },
    false,
  )
  client.on('error', () => undefined)
  await client.endAsync()
}

test('a new plant connects with its provisioned credentials', async ({ page, organization }) => {
  const id = randomUUID()
  const org = await organization({
    rows: [{ id, name: 'FVE Žďár', serialNumber: 'CPI 7/Ž', authFailureCount: 4 }],
  })
  const search = new SecretSearch(page)
  await org.open(page, `/plants/${id}/security`)
  await expect(fact(page, 'Certificate')).toHaveText('None yet. Provisioning issues one.')

  const dialog = await issue(page, 'Provision')
  await expect(dialog).toContainText('Credentials of FVE Žďár')
  await expect(dialog.getByText('Nothing is saved or copied yet.')).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Checks' }).getByText('Yes')).toHaveCount(6)
  await expect(dialog.getByText('Certificate checked: 6 of 6 checks passed.')).toHaveCount(1)

  const whole = await save(page, 'Download JSON')
  expect(whole.name).toBe('CPI-7-Z-package.json')
  const issued = JSON.parse(whole.text) as SavedPackage
  const { caCert, clientCert, clientKey, hmacSecret } = issued.security
  for (const [name, text] of [
    ['ca.crt', caCert],
    ['client.crt', clientCert],
    ['client.key', clientKey],
  ]) {
    expect(await save(page, `Save ${name}`)).toEqual({ name, text })
  }
  const config = await save(page, 'Save config.json')
  expect(JSON.parse(config.text)).toMatchObject({ plantId: id, mqtt: issued.mqtt, username: id })
  for (const secret of Object.values(issued.security)) {
    if (secret !== id) expect(config.text).not.toContain(JSON.stringify(secret).slice(1, -1))
  }
  await expect(dialog.getByText('Everything is saved or copied.')).toBeVisible()

  const certificate = new X509Certificate(clientCert ?? '')
  expect(certificate.checkPrivateKey(createPrivateKey(clientKey ?? ''))).toBe(true)
  await expect(fact(dialog, 'Subject')).toHaveText(`CN=${id}`)
  await expect(fact(dialog, 'Serial number')).toContainText(certificate.serialNumber)
  await expect(fact(dialog, 'SHA-256')).toContainText(certificate.fingerprint256)
  await expect(fact(dialog, 'Validity')).toContainText(/valid for 7(29|30) days/)
  await expect(dialog.getByText('Before and after')).toHaveCount(0)
  expect(await search.find(clientKey ?? '', hmacSecret ?? '')).toEqual(['components'])

  await confirmStored(page)
  expect(await search.find(clientKey ?? '', hmacSecret ?? '')).toEqual([])
  await expect(fact(page, 'Fingerprint')).toContainText(certificate.fingerprint256)
  const waiting = page.getByRole('region', { name: 'Waiting for first contact' })
  await expect(waiting).toContainText('hasn’t used its new credentials yet')
  await connectOnce(issued)
  await expect(page.getByRole('region', { name: 'First contact' })).toContainText(
    /Connected at \d{4}-/,
  )
})

for (const { authMethod, secret, file } of [
  { authMethod: 'TOKEN', secret: 'MQTT token', file: 'token.txt' },
  { authMethod: 'PASSWORD', secret: 'MQTT password', file: 'password.txt' },
]) {
  test(`a ${authMethod} plant connects with its provisioned secret`, async ({
    page,
    organization,
  }) => {
    const id = randomUUID()
    const org = await organization({
      rows: [{ id, name: 'BESS Most', serialNumber: 'B-1', authMethod }],
    })
    const search = new SecretSearch(page)
    await org.open(page, `/plants/${id}/security`)
    await expect(fact(page, 'Certificate')).toContainText('None. The plant authenticates with a')
    const dialog = await issue(page, 'Provision')
    await expect(dialog.getByText('client.key')).toHaveCount(0)
    const saved = await save(page, `Save ${secret}`)
    expect(saved.name).toBe(file)
    await expect(dialog.getByText('Not saved or copied yet: ca.crt, HMAC secret')).toBeVisible()
    const issued = await savePackage(page)
    expect(Object.values(issued.security)).toContain(saved.text)
    await expect(dialog.getByText(`-P "$(cat ${file})"`).first()).toBeVisible()
    await expect(dialog.getByText('Its password is visible in the process list')).toBeVisible()
    if (authMethod === 'TOKEN') await expect(fact(dialog, 'Subject')).toContainText('this plant')
    else await expect(fact(dialog, 'Username')).toContainText(/plc-[0-9a-f]{8}/)
    await confirmStored(page)
    expect(await search.find(saved.text, issued.security.hmacSecret ?? '')).toEqual([])
    await org.connectPlant(id, { package: issued })
    await expect(page.getByText(/Connected at \d{4}-/)).toBeVisible()
    await org.disconnectPlant(id)
  })
}

test('re-provisioning compares the certificates, and invalidates the old credentials', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'R-1' }] })
  const old = await provisionByApi(org, id)
  await connectOnce(old)
  await org.open(page, `/plants/${id}/security`)
  await expect(page.getByText('Active')).toBeVisible()
  const dialog = await issue(page, 'Provision')
  const { security } = await savePackage(page)
  const table = dialog.getByRole('table', { name: 'The certificate before and after' })
  for (const [row, cells] of [
    ['Serial number', [old.security, security].map((s) => certificateOf(s).serialNumber)],
    ['Fingerprint', [old.security, security].map((s) => certificateOf(s).fingerprint256)],
  ] as const) {
    await expect(table.getByRole('row', { name: row }).getByRole('cell')).toHaveText([
      row,
      ...cells,
    ])
  }
  await expect(dialog.getByText('Differs from the certificate.')).toHaveCount(0)
  await confirmStored(page)
  await expect(connectOnce(old)).rejects.toThrow()
  await expect(page.getByText(/Refused once since provisioning: does the plant use/)).toBeVisible()
})

const certificateOf = ({ clientCert = '' }: SavedPackage['security']) =>
  new X509Certificate(clientCert)

test('downloads the latest package again without issuing a new one', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'D-1' }] })
  const issued = await provisionByApi(org, id)
  const search = new SecretSearch(page)
  await org.open(page, `/plants/${id}/security`)
  const dialog = await issue(page, 'Download package')
  await expect(dialog).toContainText('Latest package of FVE Tábor')
  expect(await savePackage(page)).toEqual(issued)
  await expect(page.getByText('Waiting for first contact')).toHaveCount(0)
  await confirmStored(page)
  const { clientKey = '', hmacSecret = '' } = issued.security
  expect(await search.find(clientKey, hmacSecret)).toEqual([])
  expect(await org.requests('POST', /provision/)).toHaveLength(1)
})

test('a copied command line works in a terminal', async ({ page, context, organization }) => {
  test.skip(spawnSync('mosquitto_pub', ['--help']).error !== undefined, 'mosquitto is missing')
  await allowClipboard(context)
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'M-1' }] })
  await org.open(page, `/plants/${id}/security`)
  const dialog = await issue(page, 'Provision')
  const folder = test.info().outputPath()
  for (const name of ['ca.crt', 'client.crt', 'client.key']) {
    await writeFile(join(folder, name), (await save(page, `Save ${name}`)).text)
  }
  await page.getByRole('button', { name: 'Copy line: Report that it is online' }).click()
  const line = await clipboardText(page)
  execFileSync('bash', ['-c', line], { cwd: folder, timeout: 10_000 })
  await expect(dialog.getByText(/Connected at \d{4}-/)).toBeVisible()
})

test('polls for first contact less and less often, and stops after 30 minutes', async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  // Otherwise the page's own refresh would add requests.
  await setPreference(page, 'refreshEveryS', 'off')
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/security`)
  await issue(page, 'Provision')
  await confirmStored(page)
  const waiting = page.getByRole('region', { name: 'Waiting for first contact' })
  await expect(waiting).toBeVisible()
  await page.clock.pauseAt(Date.now() + 10_000)
  const reads = countReads(page, id)
  // Polls every 2 s at first, then 5 s, then 15 s. Counts vary because each wait starts with the previous response.
  expectBetween(await reads(20), 7, 11)
  await page.clock.fastForward('02:00')
  expectBetween(await reads(20), 3, 5)
  await page.clock.fastForward('08:00')
  await expect(waiting).toContainText(/Waiting for 1\d:\d\d, since/)
  expectBetween(await reads(90), 4, 6)
  await page.clock.fastForward('20:00')
  await expect(waiting).toContainText('No contact yet')
  await expect(waiting).toContainText('Stopped waiting after 30 minutes.')
  await reads(16)
  expect(await reads(30)).toBe(0)
  await waiting.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(waiting).toHaveCount(0)
})

function expectBetween(count: number, least: number, most: number): void {
  expect(count).toBeGreaterThanOrEqual(least)
  expect(count).toBeLessThanOrEqual(most)
}

import { X509Certificate, randomUUID } from 'node:crypto'
import { certifiedPlant, riskyPlants } from '../support/certificates'
import { button, confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { confirmStored, savePackage } from '../support/issuing'
import { csvTable, readDownload, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'
import { listAll, refreshUntil, renewNext, worklist } from '../support/worklist'

const utc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/
const iso = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A plant whose certificate ends in days, with codes that name it. */
const ending = (name: string, days: number) => ({
  id: randomUUID(),
  ...certifiedPlant(name, days),
  certificateSerialNumber: `00112233445566${days}`,
  certificateFingerprint: `A${days}:B1:C2:D3:E4:F5:06:17:28:39`,
})

test('a renewal from a row is saved as evidence: before and after, then its first contact', async ({
  page,
  organization,
}) => {
  test.slow()
  const plant = ending('First', 3)
  const org = await organization({ rows: [plant] })
  await org.open(page, '/certificates')
  await page.getByRole('link', { name: 'Provision First' }).click()
  await confirmButton(page).click()
  const saved = await savePackage(page)
  const { clientCert = '', clientKey = '' } = saved.security
  const certificate = new X509Certificate(clientCert)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(certificate.fingerprint256)
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export CSV of the renewal' }).click()
  const early = await readDownload(await saving)
  expect(early.name).toMatch(/^S-First-renewal-\d{4}-\d\d-\d\d\.csv$/)
  expect(early.content.toString()).not.toContain(clientKey.split('\n')[1])
  const { facts, records } = csvTable(early)
  expect(facts).toMatchObject({
    'Data as of': expect.stringMatching(utc),
    Exported: expect.stringMatching(utc),
  })
  expect(records).toEqual([
    {
      Name: 'First',
      'Serial number': plant.serialNumber,
      State: 'Issued, not in use yet',
      'Previous certificate serial number': plant.certificateSerialNumber,
      'New certificate serial number': certificate.serialNumber,
      'Previous fingerprint': plant.certificateFingerprint,
      'New fingerprint': certificate.fingerprint256,
      'Previous certificate expires (UTC)': plant.certificateExpiresAt,
      'New certificate expires (UTC)': new Date(certificate.validTo).toISOString(),
      'Previous certificate read (UTC)': expect.stringMatching(iso),
      'New certificate read (UTC)': expect.stringMatching(iso),
      'First contact (UTC)': 'not yet seen',
      'Plant ID': plant.id,
    },
  ])
  await confirmStored(page)

  const panel = page.getByRole('region', { name: 'Evidence of the renewal' })
  await expect(panel).toContainText('First contactnot yet seen')
  await button(page, 'Stop waiting').click()
  await expect(panel).toBeVisible()
  await org.connectPlant(plant.id, { package: saved, intervalMs: 500 })
  await expect(async () => {
    await button(page, 'Refresh now').click()
    await expect(panel).toContainText(/First contact\d{4}-/, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await org.disconnectPlant(plant.id)
  const late = csvTable(await saveWith(page, 'Export CSV of the renewal'))
  expect(late.records[0]).toMatchObject({
    State: 'In use',
    'First contact (UTC)': expect.stringMatching(iso),
  })
  await expectNoViolations(page, 'the evidence of a renewal', panel)

  await page.emulateMedia({ media: 'print' })
  await expect(panel.getByRole('button')).toHaveCount(0)
  await expect(panel).toContainText(certificate.fingerprint256)
  const note = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper-note'))
  expect(await note()).toMatch(/^"Renewal of S-First, read .* UTC"$/)
})

test('the worklist’s evidence is in a file of its own, in the page’s, and in one for each plant', async ({
  page,
  organization,
}) => {
  test.slow()
  const rows = [ending('First', 3), ending('Second', 4)]
  const [first] = rows
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(2)
  await listAll(page, 2)
  const issued = await renewNext(page, 'First')
  await expect(worklist(page)).toContainText('0 of 2 renewed · 1 issued, not in use yet · 1 to do')
  const states = async (name: string) => {
    const { records } = csvTable(await saveWith(page, name))
    return records.map((record) => [record['Name'], record['State'], record['First contact (UTC)']])
  }
  expect(await states('Export CSV of the worklist')).toEqual([
    ['First', 'Issued, not in use yet', 'not yet seen'],
    ['Second', 'To do', 'not yet seen'],
  ])
  await page.reload()
  await org.connectPlant(first?.id ?? '', { package: issued, intervalMs: 500 })
  await refreshUntil(page, '1 of 2 renewed · 1 to do')
  await org.disconnectPlant(first?.id ?? '')
  expect(await states('Export the evidence of First')).toEqual([
    ['First', 'In use', expect.stringMatching(iso)],
  ])
  await expect(button(page, 'Export the evidence of Second')).toHaveCount(0)
  const { facts } = csvTable(await saveWith(page, 'Export CSV'))
  expect(facts).toMatchObject({
    Worklist: '1 in use; 0 issued, not in use yet; 1 without a new certificate',
    'In use': expect.stringMatching(
      /^First \(S-First\); serial number 001122334455663, now .*; fingerprint A3:.*; expires .* UTC, now .* UTC; read .* UTC and .* UTC; first contact .* UTC$/,
    ),
  })
})

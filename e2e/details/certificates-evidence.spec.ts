import { certifiedPlant, morning, offline, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { fromNow, minuteMs } from '../support/instants'
import { csvTable, excelRecords, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

const utc = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/

test('the file says what was read and when, and has the evidence for each plant', async ({
  page,
  organization,
}) => {
  const lastAuthFailureAt = fromNow(-2 * minuteMs)
  const away = offline()
  const proof = {
    ...away,
    authFailureCount: 40,
    lastAuthFailureAt,
    certificateSerialNumber: '4F2A',
    certificateFingerprint: 'AA:BB:CC',
  }
  const clones = ['Copy A', 'Copy B'].map((name) =>
    certifiedPlant(name, 100, { certificateFingerprint: '01:02' }),
  )
  const org = await organization({
    rows: [...morning(), ...clones, certifiedPlant('Knocking', -1, proof)],
  })
  await org.open(page, '/certificates?urgent=5&auth=MTLS')
  await expect(riskyPlants(page)).toHaveCount(6)
  await expect(page.getByText('10 of 10 plants loaded.')).toBeVisible()
  const file = await saveWith(page, 'Export CSV')
  const { facts, records } = csvTable(file)
  expect(facts).toEqual({
    Filter: 'Authentication method: MTLS',
    Rows: '6 of 6 certificates',
    'Data as of': expect.stringMatching(utc),
    Exported: expect.stringMatching(utc),
    Coverage: '10 of 10 plants loaded.',
    Fleet: expect.stringMatching(/omplete/),
    'Unreadable expiries': '0',
    Thresholds: 'Urgent within 5 days, soon within 30 days',
    Renewal: expect.stringMatching(/certificate and secret stop working .* new package\.$/),
    'Platform figures': expect.stringMatching(
      /^Expired: 3, Expiring soon: 3, Active: 3, Revoked: 0, Next renewal: \d{4}-.* UTC$/,
    ),
    'Figures read': expect.stringMatching(utc),
    Contradictions: expect.stringMatching(/One certificate on several plants: 2/),
  })
  const knocking = records.find((record) => record['Name'] === 'Knocking')
  expect(knocking).toMatchObject({
    'Serial number': 'S-Knocking',
    Expiry: 'Expired',
    Contact: 'Locked out',
    Connection: 'Offline',
    'Last seen (UTC)': away.lastSeenAt,
    'Authentication failures': '40',
    'Last authentication failure (UTC)': lastAuthFailureAt,
    Reason: 'It tries to connect, and is refused.',
    Lifecycle: 'Active',
    'Certificate serial number': '4F2A',
    Fingerprint: 'AA:BB:CC',
  })
  expect(Number(knocking?.['Days left'])).toBeCloseTo(-1, 0)
  const excel = excelRecords(await saveWith(page, 'Export Excel'))
  expect(excel.map((record) => record['Name'])).toEqual(records.map((record) => record['Name']))
})

test('axe finds no violations on the page without plants', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/certificates')
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  await expectNoViolations(page, 'certificates of an empty fleet')
})

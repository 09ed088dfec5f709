import Papa from 'papaparse'
import { convertIcsCalendar } from 'ts-ics'
import { certifiedPlant, morning, offline, riskSummary, riskyPlants } from './support/certificates'
import { button } from './support/dialogs'
import { fact } from './support/fact'
import { expect, test } from './support/fixtures'
import { csvLines, saveWith } from './support/saved-files'
import { expectNoViolations } from './support/violations'

test('shows expired certificates, those that expire next, and the plants that need a visit', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/', 'support')
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(page).toHaveURL(/\/certificates$/)
  await expect(page).toHaveTitle('Certificates · Plantdeck')
  await expect(riskSummary(page)).toHaveText(
    '5 certificates at risk (2 of them expired): 3 need a site visit (1 locked out, 1 not trying to connect, 1 offline) · 2 are connected',
  )
  for (const [label, figure] of [
    ['Expired', '2'],
    ['Expiring soon', '3'],
    ['Active', '1'],
    ['Revoked', '0'],
  ] as const) {
    await expect(fact(page, label)).toContainText(`${figure}Matches the plant list`)
  }
  await expect(riskyPlants(page)).toHaveText([
    'Dark',
    'Locked out',
    'Urgent',
    'Offline in 20',
    'Online in 20',
  ])
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('Locked out')).toContainText(/tried \d.min ago/)
  await expect(row('Locked out')).toContainText('Bring a new package')
  await expect(row('S-Dark')).toContainText('Check power and network')
  await expect(row('Offline in 20')).toContainText('Offline, last seen 9 d ago')
  await expect(row('Offline in 20')).toContainText('Site visit')
  await expect(row('Online in 20')).toContainText('Provision and install')
})

test('counts plants that are not in service', async ({ page, organization }) => {
  const resting = { ...offline(), lifecycleStatus: 'SUSPENDED' }
  const rows = [certifiedPlant('Online', 5), certifiedPlant('Suspended', 5, resting)]
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(riskSummary(page)).toHaveText(
    /^2 certificates at risk: .* · 1 is connected · 1 is not in service$/,
  )
})

test('does not distinguish plants that are locked out from those that do not try to connect when the platform shows no failures', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: [certifiedPlant('Silent', -2, offline())] })
  await org.open(page, '/certificates')
  await expect(page.getByRole('row').filter({ hasText: 'Silent' })).toContainText('can’t tell')
})

test('filters by words, facets and the user’s thresholds, all in the URL', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(5)
  await page.getByLabel('Contact').selectOption('Offline (1)')
  await expect(riskyPlants(page)).toHaveText(['Offline in 20'])
  await page.getByLabel('Contact').selectOption('All')
  await page.getByLabel('Soon within (days)').fill('500')
  await expect(riskyPlants(page)).toHaveCount(6)
  await page.getByLabel('Urgent within (days)').fill('25')
  await page.getByLabel('Expiry').selectOption('Urgent (3)')
  await page.getByLabel('Search plants').fill('IN 20')
  await expect(riskyPlants(page)).toHaveText(['Offline in 20', 'Online in 20'])
  await page.reload()
  await expect(riskyPlants(page)).toHaveText(['Offline in 20', 'Online in 20'])
  await expect(page.getByLabel('Soon within (days)')).toHaveValue('500')
  await page.getByLabel('Search plants').fill('nowhere')
  await button(page, 'Show all certificates at risk').click()
  await expect(riskyPlants(page)).toHaveCount(6)
})

test('lists the plants of a week chosen in the table of expiries', async ({
  page,
  organization,
}) => {
  const rows = [
    certifiedPlant('Later A', 100),
    certifiedPlant('Later B', 100),
    certifiedPlant('Valid', 300),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=1')
  await expect(page.getByText('No certificate is at risk')).toBeVisible()
  await expect(page.getByText('Over capacity in 1 period at 1 renewal a week.')).toBeVisible()
  await expect(page.getByRole('figure', { name: /^Bar chart of 3 certificates/ })).toBeVisible()
  await button(page, 'Show as a table').click()
  await expect(page).toHaveURL(/expiries=table/)
  await page.reload()
  const week = page.getByRole('table', { name: 'Expiries as a table' }).getByRole('row').nth(1)
  await expect(week).toContainText('2')
  await week.getByRole('button').press('Enter')
  // Both expire at the same time, so they are ordered by ID.
  await expect(riskyPlants(page).filter({ hasText: 'Later A' })).toBeVisible()
  await expect(riskyPlants(page).filter({ hasText: 'Later B' })).toBeVisible()
  await expect(riskyPlants(page)).toHaveCount(2)
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/)
  await page.reload()
  await expect(riskyPlants(page)).toHaveCount(2)
  await page.goBack()
  await expect(page.getByText('No certificate is at risk')).toBeVisible()
  await page.goForward()
  await expect(riskyPlants(page)).toHaveCount(2)
  await button(page, 'Show those at risk').click()
  await expect(page.getByText('No certificate is at risk')).toBeVisible()
})

test('chooses a bar of the chart with the arrow keys and Enter', async ({ page, organization }) => {
  const org = await organization({ rows: [certifiedPlant('Later', 20)] })
  await org.open(page, '/certificates')
  const chart = page.getByRole('figure', { name: /^Bar chart/ })
  await chart.getByRole('application').focus()
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowRight')
  await expect(chart.getByText(/^Week of/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(riskyPlants(page)).toHaveText(['Later'])
  await expect(page).toHaveURL(/from=/)
})

test('shows contradictions, and none in a clean fleet', async ({ page, organization }) => {
  const clone = { certificateFingerprint: 'AA:BB:CC:DD' }
  const rows = [
    certifiedPlant('Revoked but online', 100, { lifecycleStatus: 'REVOKED' }),
    certifiedPlant('Copy A', 100, clone),
    certifiedPlant('Copy B', 120, clone),
    certifiedPlant('Old certificate', 50, { authMethod: 'TOKEN' }),
    certifiedPlant('Expired online', -1),
    certifiedPlant('Expired offline', -1, offline()),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  const panel = page.getByRole('region', { name: 'Contradictions' })
  await expect(
    panel.getByText('Connected, although its lifecycle doesn’t allow it: 1 plant'),
  ).toBeVisible()
  await expect(panel.getByText('One certificate on several plants: 2 plants')).toBeVisible()
  await expect(
    panel.getByText('Has a certificate that its authentication method doesn’t use: 1 plant'),
  ).toBeVisible()
  for (const [title, name] of [
    ['Active and still connected with an expired certificate: 1 plant', 'Expired online'],
    ['Active with an expired certificate, and not reported connected: 1 plant', 'Expired offline'],
  ] as const) {
    const finding = panel.getByRole('listitem').filter({ hasText: title })
    await expect(finding.getByRole('link')).toHaveText([name])
  }
  await panel.getByRole('link', { name: 'Copy B' }).click()
  await expect(page).toHaveURL(/\/plants\/[\w-]+\/security$/)

  const clean = await organization({ rows: [certifiedPlant('Fine', 100)] })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await clean.fillSignIn(page)
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(panel).toContainText('No contradictions. Plants read: 1.')
})

test('plans the renewals, and says when they are too many', async ({ page, organization }) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates')
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  await expect(plan).toContainText('Enter your weekly capacity to plan these 5 renewals.')
  await page.getByLabel('Renewals a week').fill('2')
  // The one that can still be saved comes first.
  await expect(plan).toContainText(/Remaining deadlines are tight|All remaining deadlines are met/)
  await expect(plan.getByRole('link')).toHaveText([
    'Urgent',
    'Dark',
    // The day of the week decides which of the others can't wait.
    ...Array.from({ length: 3 }, () => /^(Locked out|(On|Off)line in 20)$/),
  ])
  // Even a Sunday has room for a seventh of them.
  await page.getByLabel('Renewals a week').fill('35')
  await expect(plan).toContainText(
    /have expired already and can .* All 5 certificates can be renewed by the end of week 1/,
  )
})

test('exports the rows as CSV and as a calendar', async ({ page, organization }) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates?reach=offline')
  await expect(riskyPlants(page)).toHaveText(['Offline in 20'])
  const csv = csvLines(await saveWith(page, 'Export CSV')).join('\r\n')
  const cells = Papa.parse<string[]>(csv).data
  const head = cells.findIndex(([first]) => first === 'Name')
  expect(cells[head + 1]?.slice(0, 3)).toEqual(['Offline in 20', 'S-Offlinein20', 'Soon'])
  expect(cells).toHaveLength(head + 2)
  expect(cells[0]).toEqual(['Filter', 'Contact: Offline'])
  const file = await saveWith(page, 'Export calendar')
  expect(file.name).toBe('certificate-renewals.ics')
  const { events = [] } = convertIcsCalendar(undefined, file.content.toString())
  expect(events.map(({ summary: text }) => text)).toEqual(['Certificate of Offline in 20 expires'])
})

test('provisioning from a row leads to the plant’s dialog', async ({ page, organization }) => {
  const org = await organization({ rows: [certifiedPlant('Urgent', 3)] })
  await org.open(page, '/certificates')
  await page.getByRole('link', { name: 'Provision Urgent' }).click()
  await expect(page.getByRole('dialog', { name: /Provision/ })).toBeVisible()
})

test('an empty fleet has no certificates, and offers “New plant” only to users who may create plants', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/certificates', 'support')
  await expect(page.getByText('There are no plants yet')).toHaveCount(1)
  await expect(page.getByText('Matches the plant list')).toHaveCount(4)
  await expect(page.getByRole('link', { name: 'New plant' })).toHaveCount(0)
  await expect(page.getByLabel('Search plants')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await org.open(page, '/certificates?grade=expired')
  await expect(page.getByText(/no plants|No certificate/)).toHaveCount(1)
  await page.getByRole('link', { name: 'New plant' }).click()
  await expect(page.getByRole('dialog', { name: 'New plant' })).toBeVisible()
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations on the certificates page${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: morning() })
    await org.open(page, '/certificates?capacity=2')
    await expect(riskyPlants(page)).toHaveCount(5)
    await expect(page.getByRole('figure', { name: /^Bar chart/ })).toBeVisible()
    await expectNoViolations(page, 'certificates')
    await button(page, 'Show as a table').click()
    await page.getByLabel('Search plants').fill('nowhere')
    await expect(page.getByText('No certificate matches')).toBeVisible()
    await expectNoViolations(page, 'certificates without a match')
  })
}

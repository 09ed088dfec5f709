import { convertIcsCalendar } from 'ts-ics'
import { certifiedPlant, morning, offline, riskyPlants } from '../support/certificates'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { dayMs } from '../support/instants'
import { csvTable, saveWith } from '../support/saved-files'

test('the plan links to the plants, and its files say that it isn’t feasible', async ({
  page,
  organization,
}) => {
  const tonight = ['Tonight A', 'Tonight B'].map((name, at) => certifiedPlant(name, at / 1000))
  // On any day, 45 days end in the sixth week from now or later, after the turns of all five.
  const rows = [
    ...morning().slice(2, 4),
    ...tonight,
    certifiedPlant('Offline in 45', 45, offline()),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=1&soon=60')
  await expect(riskyPlants(page)).toHaveCount(5)
  // Only a Monday has room for one renewal in its week; no other day can save a certificate that expires tonight.
  const isMonday = new Date().getUTCDay() === 1
  const names = isMonday
    ? ['Tonight A', 'Dark', 'Locked out', 'Tonight B', 'Offline in 45']
    : ['Dark', 'Locked out', 'Tonight A', 'Tonight B', 'Offline in 45']
  const deadlines: Record<string, string> = {
    Dark: 'Has expired',
    'Locked out': 'Has expired',
    'Tonight A': isMonday ? 'In the week it expires' : 'Expires before its turn',
    'Tonight B': 'Expires before its turn',
    'Offline in 45': 'In time',
  }
  const plan = page.getByRole('table', { name: 'Weeks of the plan' })
  await expect(plan.getByRole('link')).toHaveText(names)
  const items = plan.getByRole('listitem').filter({ has: page.getByRole('link') })
  await expect(items.filter({ hasText: 'Tonight B' })).toContainText('expires before its turn')
  await expect(items.filter({ hasText: 'Dark' })).toContainText('has expired')
  await expect(items.filter({ hasText: 'Offline in 45' })).toHaveText('Offline in 45')
  const csv = await saveWith(page, 'Export CSV of the renewal plan')
  expect(csv.name).toMatch(/^renewal-plan-\d{4}-\d\d-\d\d\.csv$/)
  const { facts, records } = csvTable(csv)
  expect(facts).toMatchObject({
    'Renewals a week': '1',
    Rows: '5 of 5 certificates',
    Renewal: expect.stringContaining('cannot connect until someone installs the new package'),
  })
  const late = isMonday
    ? '1 renewal too many by the end of week 1, so 1 certificate will expire before its turn. 1 renewal is planned for the week in which the certificate expires: renew it before its day.'
    : '2 renewals too many by the end of week 1, so 2 certificates will expire before their turn.'
  expect(facts['Plan']).toBe(
    `Not feasible: ${late} 2 certificates have expired already and can be renewed by the end of week 3.`,
  )
  expect(records.map((record) => [record['Name'], record['Deadline']])).toEqual(
    names.map((name) => [name, deadlines[name]]),
  )
  const first = isMonday ? 1 : 2
  expect(records.map((record) => record['Week'])).toEqual(
    names.map((_name, week) => String(first + week)),
  )
  const thisWeek = plan.getByRole('row').nth(1)
  if (first === 2) await expect(thisWeek).toHaveText(/^1: from \S+ \(\d days? left\)\s*0\s*None$/)
  expect(records[4]).toMatchObject({ Contact: 'Offline', 'Next step': 'Site visit' })

  const file = await saveWith(page, 'Export calendar of the renewal plan')
  expect(file.name).toBe('renewal-plan.ics')
  const { events = [], name: title } = convertIcsCalendar(undefined, file.content.toString())
  expect(title).toBe('Renewal plan')
  expect(events.map(({ summary: text }) => text)).toEqual(
    names.map((name) => `Provision ${name} and install the package`),
  )
  for (const { alarms = [], start, description } of events) {
    expect(start.date.getUTCDay()).toBe(1)
    expect(description).toContain(facts['Plan'])
    // None of them is in the past: in a week that has begun, it is the next full hour.
    const days = [3, 1].find((lead) => start.date.getTime() - lead * dayMs > Date.now())
    expect(alarms.map(({ trigger }) => trigger.value)).toEqual([
      days === undefined ? { hours: expect.any(Number) } : { days, before: true },
    ])
  }
  await plan.getByRole('link', { name: 'Tonight B' }).click()
  await expect(page).toHaveURL(/\/plants\/[\w-]+\/security$/)
})

test('the files of a filtered plan say that it is a part, and contain only its plants', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates?capacity=3&reach=offline')
  await expect(riskyPlants(page)).toHaveText(['Offline in 20'])
  const { facts, records } = csvTable(await saveWith(page, 'Export CSV of the renewal plan'))
  expect(facts).toMatchObject({
    Plan: expect.stringMatching(
      /^Only a part is planned: The certificate can be renewed in time.* hides 4 more certificates/,
    ),
    Filter: 'Contact: Offline',
    Rows: '1 of 5 certificates',
    Coverage: '7 of 7 plants loaded.',
  })
  expect(records).toHaveLength(1)
  const file = await saveWith(page, 'Export calendar of the renewal plan')
  const { events = [], name } = convertIcsCalendar(undefined, file.content.toString())
  expect(name).toBe('Renewal plan')
  expect(events.map(({ description }) => description)).toEqual([
    expect.stringContaining('Only a part is planned: '),
  ])
})

test('the plan has no verdict before the list of plants was read', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: [certifiedPlant('Soon', 20)] })
  const release = await org.hold({ path: '/api/v1/plants$' })
  await org.open(page, '/certificates?capacity=9')
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  await expect(plan.getByText('No verdict yet')).toBeVisible()
  await expect(plan).toContainText(
    'The list of plants is still loading. The certificate known so far can',
  )
  await expect(plan.getByText('Feasible', { exact: true })).toHaveCount(0)
  const { facts } = csvTable(await saveWith(page, 'Export CSV of the renewal plan'))
  expect(facts['Plan']).toMatch(/^No verdict yet: /)
  await release()
  await expect(plan.getByText('Feasible', { exact: true })).toBeVisible()
  await expect(plan).toContainText('The certificate can be renewed in time')
})

test('a long plan shows 26 weeks and 20 names at a time', async ({ page, organization }) => {
  const rows = Array.from({ length: 60 }, (_, at) => certifiedPlant(`Plant ${at}`, 20, offline()))
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=2')
  const weeks = page.getByRole('table', { name: 'Weeks of the plan' }).getByRole('row')
  await expect(weeks).toHaveCount(1 + 26)
  // On a Monday, this week has room for two.
  const total = new Date().getUTCDay() === 1 ? 30 : 31
  await expect(page.getByText(`The first 26 of ${total} weeks`)).toBeVisible()
  await button(page, 'Show 26 more weeks').click()
  await expect(weeks).toHaveCount(1 + total)
  await page.getByLabel('Renewals a week').fill('420')
  await expect(weeks).toHaveCount(1 + 1)
  await expect(weeks.nth(1)).toContainText('and 40 more, which the export lists')
})

test('a filtered plan is a part, and is never called feasible', async ({ page, organization }) => {
  const org = await organization({ rows: [certifiedPlant('Soon', 20), certifiedPlant('Late', 25)] })
  await org.open(page, '/certificates?capacity=9')
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  await expect(plan.getByText('Feasible', { exact: true })).toBeVisible()
  await page.getByLabel('Search plants').fill('Late')
  await expect(plan.getByText('Only a part is planned')).toBeVisible()
  await expect(plan).toContainText('The filter hides 1 more certificate at risk')
  await expect(plan.getByText('Feasible', { exact: true })).toHaveCount(0)
})

test('the plan never calls a renewal in the week of its expiry in time', async ({
  page,
  organization,
}) => {
  const nextMonday = (8 - new Date().getUTCDay()) % 7 || 7
  const rows = [
    certifiedPlant('Early next week', nextMonday + 0.1),
    certifiedPlant('Long expired', -200, offline()),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=7')
  const table = page.getByRole('table', { name: 'Weeks of the plan' })
  const plan = page.getByRole('region', { name: 'Renewal plan' })
  // With a renewal left this week, what expires next comes before what has expired for long.
  await expect(table.getByRole('link')).toHaveText(['Early next week', 'Long expired'])
  await expect(plan).toContainText('All remaining deadlines are met')
  await expect(plan).toContainText('Order in each week: certificates that can’t wait, then')
  // Less than a renewal a week: this one has no room, so that the day decides.
  await page.getByLabel('Renewals a week').fill('1')
  if (new Date().getUTCDay() === 1) return
  await expect(plan).toContainText('Remaining deadlines are tight')
  await expect(plan).toContainText('1 renewal is planned for the week in which')
  await expect(table.getByRole('listitem').filter({ hasText: 'Early next week' })).toContainText(
    'in the week it expires',
  )
})

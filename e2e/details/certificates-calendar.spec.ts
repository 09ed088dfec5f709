import { convertIcsCalendar } from 'ts-ics'
import { certifiedPlant, offline, riskyPlants } from '../support/certificates'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { saveWith } from '../support/saved-files'

test('the calendar has nothing of the past, and says what it leaves out', async ({
  page,
  organization,
}) => {
  const rows = [
    certifiedPlant('Long gone', -400, offline()),
    certifiedPlant('In 5', 5),
    certifiedPlant('In 20', 20),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveText(['Long gone', 'In 5', 'In 20'])
  const { content } = await saveWith(page, 'Export calendar')
  const { events = [], name } = convertIcsCalendar(undefined, content.toString())
  expect(name).toBe('Certificate renewals')
  for (const { description } of events) {
    expect(description).toContain('1 certificate has expired and is not in this calendar.')
  }
  expect(
    events.map(({ summary: title, alarms = [] }) => [
      title,
      alarms.map(({ trigger }) => trigger.value),
    ]),
  ).toEqual([
    ['Certificate of In 5 expires', [{ days: 1, before: true }]],
    ['Certificate of In 20 expires', [{ days: 14, before: true }]],
  ])
  await page.getByLabel('Search plants').fill('gone')
  await expect(riskyPlants(page)).toHaveText(['Long gone'])
  await expect(button(page, 'Export calendar')).toHaveAccessibleDescription(
    /^All of these have expired\. Plan their renewals below/,
  )
})

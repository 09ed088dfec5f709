import type { Locator } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openFleetList } from '../support/fleet-list'

test.use({ viewport: { width: 390, height: 844 } })

const longName = 'Bateriové úložiště Fotovoltaika Roudnice nad Labem – sklad 2, hala B'

/** True when all of an element's text fits into it. */
const isWhole = (element: Locator) =>
  element.evaluate(
    ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
      scrollWidth <= clientWidth && scrollHeight <= clientHeight,
  )

test('a card shows a long name whole, on two lines, and no more than two', async ({
  page,
  organization,
}) => {
  const org = await organization({
    rows: [
      { name: longName, serialNumber: 'A-1' },
      { name: `${longName} ${longName} ${longName}`, serialNumber: 'A-2' },
    ],
  })
  await openFleetList(page, org, '/plants?sort=name')
  const link = page.getByRole('link', { name: longName, exact: true })
  expect(await isWhole(link.getByText(longName, { exact: true }))).toBe(true)
  const card = page.getByRole('row').filter({ hasText: 'A-2' })
  const title = await card.getByRole('link').boundingBox()
  const serial = await card.getByText('A-2', { exact: true }).boundingBox()
  if (!title || !serial) throw new Error('The card has no title or serial number.')
  expect(title.height).toBe(44)
  expect(serial.y).toBeGreaterThanOrEqual(title.y + title.height)
})

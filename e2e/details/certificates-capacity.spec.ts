import { certifiedPlant, offline } from '../support/certificates'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

test('the chart marks the periods over capacity that the notice counts and the table lists', async ({
  page,
  organization,
}) => {
  const group = (name: string, days: number, change = {}) =>
    ['A', 'B'].map((letter) => certifiedPlant(`${name} ${letter}`, days, change))
  const rows = [
    ...group('Expired', -0.1),
    ...group('Online', 60),
    ...group('Offline', 90, offline()),
    certifiedPlant('One online', 120),
    certifiedPlant('One offline', 120, offline()),
    certifiedPlant('Alone', 150),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates?capacity=1')
  await expect(page.getByText('Over capacity in 3 periods at 1 renewal a week.')).toBeVisible()
  const marks = page.getByRole('figure', { name: /^Bar chart/ }).locator('svg text', {
    hasText: '▲',
  })
  await expect(marks).toHaveCount(3)
  await button(page, 'Show as a table').click()
  const periods = page.getByRole('table', { name: 'Expiries as a table' }).getByRole('row')
  // Nothing of what has expired can be spread over other weeks.
  await expect(periods.filter({ has: page.getByRole('cell', { name: '–' }) })).toHaveCount(2)
  await expect(periods).toHaveCount(1 + 5)
  await page.getByLabel('Renewals a week').fill('2')
  await expect(page.getByText(/^Over capacity in/)).toHaveCount(0)
})

for (const width of [1280, 1024]) {
  test(`the actions of each row are in view in a window of ${width} px`, async ({
    page,
    organization,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const long = `Photovoltaikanlage Süd-${'o'.repeat(60)}`
    const failing = { ...offline(), authFailureCount: 40, lastAuthFailureAt: null }
    const rows = [
      certifiedPlant(long, -40, failing),
      certifiedPlant('Online', 3),
      certifiedPlant('Offline', 20, offline()),
    ]
    const org = await organization({ rows })
    await org.open(page, '/certificates')
    for (const name of ['Online', 'Offline', long]) {
      await expect(
        page.getByRole('link', { name: `Provision ${name}`, exact: true }),
      ).toBeInViewport({ ratio: 1 })
      await expect(button(page, `More actions for ${name}`)).toBeInViewport({ ratio: 1 })
    }
    await button(page, 'More actions for Online').click()
    await page.getByRole('menuitem', { name: 'Add to the worklist' }).click()
    await expect(button(page, 'Remove Online from the worklist')).toBeInViewport({ ratio: 1 })
  })
}

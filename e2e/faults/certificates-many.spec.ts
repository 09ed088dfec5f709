import { certifiedPlant, riskSummary, riskyPlants } from '../support/certificates'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'

test('stays usable with 5,000 certificates at risk', async ({ page, organization }) => {
  const rows = Array.from({ length: 5_000 }, (_, at) =>
    certifiedPlant(`Plant ${at}`, (at % 30) - 1),
  )
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(riskSummary(page)).toContainText(
    '5,000 certificates at risk (167 of them expired): 0 need a site visit · 5,000 are connected',
    {
      timeout: 60_000,
    },
  )
  await expect(riskyPlants(page)).toHaveCount(100)
  await button(page, 'Show 100 more').click()
  await expect(riskyPlants(page)).toHaveCount(200)
  await page.getByLabel('Search plants').fill('S-Plant4321')
  await expect(riskyPlants(page)).toHaveText(['Plant 4321'])
})

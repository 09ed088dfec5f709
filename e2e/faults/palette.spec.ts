import { expect, test } from '../support/fixtures'
import { openPalette, paletteStatus } from '../support/palette'

// The list would read the fleet before the palette does.
test.use({ isFleetListHeld: true })

test('the palette reports how many plants it searched before loading failed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 5 })
  await org.open(page, '/plants')
  await org.fault({ path: '/api/v1/plants$', kind: 'error-before', times: 9 })
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText(
    'Searched 0 plants, then it stopped: The server failed.',
  )
})

test('retries a page after a temporary refusal', async ({ page, organization, provokes }) => {
  provokes(/status of 503/)
  const org = await organization({ plants: 150 })
  await org.open(page, '/plants')
  await org.fault({ path: '/api/v1/plants$', kind: 'response', status: 503 })
  await openPalette(page)
  await expect(paletteStatus(page)).toHaveText('Searched all 150 plants.')
})

import { button } from '../support/dialogs'
import { changeRequest, editField } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { createButton, fillNewPlant, newPlantField } from '../support/new-plant'
import { untilRefresh } from '../support/refresh'

const refusal = {
  kind: 'response',
  status: 400,
  body: {
    statusCode: 400,
    code: 'VALIDATION_ERROR',
    message: 'Some values are not accepted',
    details: ['serialNumber: is reserved'],
  },
} as const

test('keeps the focus where the user types while the plant behind an edit form is refreshed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'R-1' }] })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}?action=edit`)
  const [name, serialNumber] = [editField(page, 'Name'), editField(page, 'Serial number')]
  await org.fault({ ...refusal, ...changeRequest })
  await serialNumber.fill('R-2')
  await button(page, 'Save').click()
  await expect(serialNumber).toHaveAccessibleDescription(/is reserved/)
  await expect(serialNumber).toBeFocused()
  await name.focus()
  const refreshed = page.waitForResponse((response) => response.url().endsWith(`/plants/${id}`))
  await untilRefresh(page)
  await refreshed
  await page.clock.runFor(1_000)
  await page.keyboard.type(' typed')
  await expect(name).toHaveValue(/typed/)
  await expect(name).toBeFocused()
})

test('marks a refused value of a new plant only until it is changed', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const org = await organization()
  await org.open(page, '/plants?create=true')
  const serialNumber = newPlantField(page, 'Serial number')
  await fillNewPlant(page, { serialNumber: 'R-1' })
  await org.fault({ ...refusal, method: 'POST', path: '/plants$' })
  await createButton(page).click()
  await expect(serialNumber).toHaveAccessibleDescription(/is reserved/)
  await expect(serialNumber).toBeFocused()
  await serialNumber.fill('R-2')
  await expect(serialNumber).not.toHaveAccessibleDescription(/is reserved/)
  await createButton(page).click()
  await expect(page.getByText('Plant created')).toBeVisible()
})

test('opens the overview of the plant that already has the serial number', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 409/)
  const id = crypto.randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'R-1' }] })
  await org.open(page, '/plants?create=true')
  await fillNewPlant(page, { serialNumber: 'R-1' })
  await createButton(page).click()
  await button(page, 'Open “FVE Tábor”').click()
  await button(page, 'Discard').click()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}$`))
})

test('keeps the focus in the dialog when Cancel disappears', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants?create=true')
  await newPlantField(page, 'Name').fill('FVE Zlín')
  await button(page, 'Cancel').click()
  await button(page, 'Keep editing').click()
  await expect(button(page, 'Cancel')).toBeFocused()
})

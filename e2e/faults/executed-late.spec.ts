// Requests that a server executes after their answer, and states that the document doesn't name.
import { openDialog, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/misbehaving-fixtures'
import { openStory, stories } from '../support/misbehaving/stories'

const late = { executesAfterMs: 4_000 } as const
const created = /Completed: a plant with this serial number exists, since [-\d]+ [:\d]+/

test('a plant that is created late is found without a click', async ({ page, backend }) => {
  await openStory(page, backend, 'createPlant')
  backend.misbehave('createPlant', { ...late, answer: 500 })
  await stories.createPlant.confirm(page)
  await expect(unknownOutcome(page)).toContainText('Not completed as of')
  await expect(unknownOutcome(page)).toContainText(created)
})

test('a plant that is created very late is found by another check', async ({ page, backend }) => {
  await openStory(page, backend, 'createPlant')
  backend.misbehave('createPlant', { executesAfterMs: 36_000, answer: 500 })
  await stories.createPlant.confirm(page)
  await expect(unknownOutcome(page)).toContainText('Not completed as of')
  await expect(async () => {
    await unknownOutcome(page).getByRole('button', { name: 'Check again' }).click()
    await expect(unknownOutcome(page)).toContainText(created, { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
})

test('a plant that is created after a refusal is found', async ({ page, backend }) => {
  await openStory(page, backend, 'createPlant')
  backend.misbehave('createPlant', { ...late, answer: 400 })
  await stories.createPlant.confirm(page)
  await expect(openDialog(page)).toContainText(/No change is visible as of [-\d]+ [:\d]+/)
  const refused = page.getByRole('dialog', { name: 'Refused, but created' })
  await expect(refused).toContainText('The plant was created anyway')
  await refused.getByRole('button', { name: 'Open plant' }).click()
  await expect(page.getByRole('heading', { name: 'FVE Zlín' })).toBeVisible()
})

test('a refusal of another field searches for no plant', async ({ page, backend }) => {
  await openStory(page, backend, 'createPlant')
  const details = ['name: is too long']
  await page.route(/\/plants$/, (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 400, json: { code: 'VALIDATION_ERROR', message: 'No', details } })
      : route.continue(),
  )
  await stories.createPlant.confirm(page)
  await expect(openDialog(page)).toContainText('is too long')
  await expect(openDialog(page)).not.toContainText('Searching')
  await expect(openDialog(page)).not.toContainText('as of')
})

test('a suspension that is executed after its refusal is noticed', async ({ page, backend }) => {
  await openStory(page, backend, 'suspendPlant')
  backend.misbehave('suspendPlant', { ...late, answer: 400 })
  await stories.suspendPlant.confirm(page)
  await expect(openDialog(page)).toContainText('No change is visible as of')
  await expect(page.getByRole('dialog', { name: 'Refused, but changed' })).toContainText(
    'The plant was changed anyway: the plant is Suspended',
  )
})

test('a command that is recorded after its refusal is noticed', async ({ page, backend }) => {
  await openStory(page, backend, 'sendCommand')
  backend.misbehave('sendCommand', { ...late, answer: 400 })
  await stories.sendCommand.confirm(page)
  await expect(openDialog(page)).toContainText('No record of it is visible')
  await expect(openDialog(page)).toContainText('found by its command and payload')
})

for (const change of ['suspendPlant', 'sendCommand'] as const) {
  test(`${change}: executed, then too many requests`, async ({ page, backend }) => {
    await openStory(page, backend, change)
    backend.misbehave(change, { answer: 'cut' }, { executions: 0, answer: 429 })
    await stories[change].confirm(page)
    await expect(openDialog(page)).toContainText(
      change === 'suspendPlant' ? 'the plant is Suspended' : 'found by its command and payload',
    )
    await expect(page.locator('body')).not.toContainText(/nothing was changed/i)
    expect(backend.arrivals(change)).toBe(2)
  })
}

for (const [state, shown] of [
  ['DECOMMISSIONED', 'Completed: the plant is Decommissioned'],
  ['FROZEN', /we can’t tell whether it was completed: the plant is FROZEN/],
] as const) {
  test(`an unknown revocation that leads to ${state}`, async ({ page, backend }) => {
    await openStory(page, backend, 'revokePlant')
    backend.records.revokedAs = state
    backend.misbehave('revokePlant', { answer: 'html' })
    await stories.revokePlant.confirm(page)
    await expect(unknownOutcome(page)).toContainText(shown)
  })
}

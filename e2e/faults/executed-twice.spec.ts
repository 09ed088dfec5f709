// Requests that a server executes more than once, and what can be seen of it afterwards.
import { sentItems } from '../support/commands'
import { button, openDialog, unknownOutcome } from '../support/dialogs'
import { confirmStored } from '../support/issuing'
import { expect, test } from '../support/misbehaving-fixtures'
import { openStory, stories } from '../support/misbehaving/stories'

/** The first copy is executed after the second, whose response arrives. */
const lateCopy = { answer: 'cut', executesAfterMs: 4_000 } as const

test('a package is not the latest one after its request was executed twice', async ({
  page,
  backend,
}) => {
  await openStory(page, backend, 'provisionPlant')
  backend.misbehave('provisionPlant', { executions: 2 })
  await stories.provisionPlant.confirm(page)
  await expect(openDialog(page)).toContainText('The platform lists another certificate')
  await expect(openDialog(page)).toContainText('Your browser may have sent the request twice')
})

test('a package stops being the latest one when a first copy is executed late', async ({
  page,
  backend,
}) => {
  await openStory(page, backend, 'provisionPlant')
  backend.misbehave('provisionPlant', lateCopy)
  await stories.provisionPlant.confirm(page)
  await expect(openDialog(page)).toContainText('Certificate checked')
  await expect(openDialog(page)).toContainText('The platform lists the same fingerprint')
  await expect(openDialog(page)).not.toContainText('The platform lists another certificate')
  await expect(openDialog(page)).toContainText('The platform lists another certificate')
  expect(backend.arrivals('provisionPlant')).toBe(2)
})

test('a second rotation is shown, and both secrets are no longer said to be valid', async ({
  page,
  backend,
}) => {
  await openStory(page, backend, 'rotateSecret')
  backend.misbehave('rotateSecret', lateCopy)
  await stories.rotateSecret.confirm(page)
  await expect(openDialog(page)).toContainText('until then both secrets are valid')
  await expect(openDialog(page)).toContainText('The secret was rotated again')
  await expect(openDialog(page)).not.toContainText('both secrets are valid')
  await confirmStored(page)
  await expect(page.getByRole('main')).toContainText('may have been rotated more than once')
  await expect(page.getByRole('main')).not.toContainText('Both secrets are valid')
  expect(backend.arrivals('rotateSecret')).toBe(2)
})

test('a rotation without a readable response may have been executed twice', async ({
  page,
  backend,
}) => {
  await openStory(page, backend, 'rotateSecret')
  backend.misbehave('rotateSecret', { executions: 2, answer: 'html' })
  await stories.rotateSecret.confirm(page)
  await expect(unknownOutcome(page)).toContainText('Completed: its secret was rotated')
  await expect(unknownOutcome(page)).toContainText(
    'Unless the request was executed more than once, the previous secret stays valid',
  )
  await button(page, 'Close').last().click()
  await expect(page.getByRole('main')).toContainText('may have been rotated more than once')
  await expect(page.getByRole('main')).not.toContainText('Both secrets are valid')
})

test('a rotation that was refused after its first copy was executed leads on', async ({
  page,
  backend,
}) => {
  await openStory(page, backend, 'rotateSecret')
  backend.misbehave('rotateSecret', { answer: 'cut' }, { executions: 0, answer: 400 })
  await stories.rotateSecret.confirm(page)
  await expect(page.getByRole('dialog', { name: 'Refused, but changed' })).toContainText(
    'The new secret is lost',
  )
  await openDialog(page).getByRole('button', { name: 'Provision' }).click()
  await expect(page.getByRole('dialog', { name: 'Provision BESS Chomutov?' })).toBeVisible()
})

test('a command that was executed twice is shown as recorded twice', async ({ page, backend }) => {
  await openStory(page, backend, 'sendCommand')
  backend.misbehave('sendCommand', { answer: 'cut' })
  await stories.sendCommand.confirm(page)
  await expect(sentItems(page)).toContainText('Recorded 2 times')
  expect(backend.arrivals('sendCommand')).toBe(2)
})

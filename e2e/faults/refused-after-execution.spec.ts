// A connection breaks after a request was executed; Chromium sends the request again by itself, and the server, which
// ignores the idempotency key, refuses the copy. Or nothing was executed before the refusal.
import { openDialog } from '../support/dialogs'
import { expect, test } from '../support/misbehaving-fixtures'
import { type Change, changes } from '../support/misbehaving/operations'
import { openStory, stories } from '../support/misbehaving/stories'

/** Text on screen once a reading shows that the change was made. */
const seenDone: Record<Exclude<Change, 'issueMqttToken'>, RegExp> = {
  createPlant: /a plant with this serial number exists/,
  updatePlant: /the plant has the values that were sent/,
  deletePlant: /the plant is gone/,
  suspendPlant: /the plant is Suspended/,
  reactivatePlant: /the plant is Active/,
  revokePlant: /the plant is Revoked/,
  provisionPlant: /its certificate has another serial number/,
  rotateSecret: /its secret was rotated/,
  sendCommand: /found by its command and payload/,
}

/** Text on screen once a reading shows no change. */
const unchanged = /No (change|record of it) is visible.*as of [-\d]+ [:\d]+ UTC/
/** Claims that nothing but a reading could make. */
const untouched = /[Nn]othing was (changed|recorded|created)/
const gone = /It was deleted/

for (const change of Object.keys(changes) as Change[]) {
  for (const status of [400, 404]) {
    test(`${change}: executed, then ${status}`, async ({ page, backend }) => {
      await openStory(page, backend, change)
      backend.misbehave(change, { answer: 'cut' }, { executions: 0, answer: status })
      await stories[change].confirm(page)
      if (change === 'issueMqttToken') {
        await expect(openDialog(page)).toContainText('issuing a token leaves no trace')
      } else {
        await expect(openDialog(page)).toContainText(seenDone[change])
      }
      await expect(page.locator('body')).not.toContainText(untouched)
      // The page behind the dialog of a deletion has read that the plant is gone.
      if (change !== 'deletePlant') await expect(page.locator('body')).not.toContainText(gone)
      expect(backend.arrivals(change)).toBe(2)
    })

    test(`${change}: refused with ${status}`, async ({ page, backend }) => {
      await openStory(page, backend, change)
      backend.misbehave(change, { executions: 0, answer: status })
      await stories[change].confirm(page)
      await expect(openDialog(page)).toContainText(
        change === 'issueMqttToken' ? 'issuing a token leaves no trace' : unchanged,
      )
      await expect(page.locator('body')).not.toContainText(untouched)
      await expect(page.locator('body')).not.toContainText(gone)
      expect(backend.arrivals(change)).toBe(1)
    })
  }
}

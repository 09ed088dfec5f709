import {
  commandField,
  faultSending,
  openCommands,
  recordedCommands,
  sendCommand,
  sentItems,
} from '../support/commands'
import { button, openDialog, unknownOutcome } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { everyAttempt } from '../support/lost-responses'
import { Random } from '../support/random'

/** Ends of a request without a readable response; the last three come after the platform has recorded the command. */
const kinds = ['drop-before', 'error-before', 'drop-after', 'error-after', 'cut-body'] as const
const casesEach = 25
/** Equal commands among them make it harder to tell which of them was recorded. */
const payloads = 4

for (const seed of [1, 2, 3, 4]) {
  test(`${casesEach} commands without a response are each judged as the platform recorded them, seed ${seed}`, async ({
    page,
    organization,
    provokes,
  }) => {
    test.setTimeout(400_000)
    provokes(/ERR_|status of 500/)
    const random = new Random(seed)
    const { id, org } = await openCommands({ page, organization })
    const cases = Array.from({ length: casesEach }, () => ({
      kind: kinds[Math.floor(random.between(0, kinds.length))] ?? 'drop-after',
      payload: `{"n": ${Math.floor(random.between(0, payloads))}}`,
    }))
    const isRecorded = ({ kind }: { kind: string }) => !kind.endsWith('before')
    for (const { kind, payload } of cases) {
      await faultSending(org, { kind, times: everyAttempt })
      await sendCommand(page, 'HOLD', payload)
      await expect(unknownOutcome(page)).toBeVisible()
      await org.clearFaults()
      await button(page, 'Close').click()
      await expect(openDialog(page)).toHaveCount(0)
      await expect(commandField(page)).toBeVisible()
    }
    expect(await recordedCommands(org, id)).toBe(cases.filter(isRecorded).length)

    await button(page, `Show all ${casesEach} of the last hour`).click()
    await expect(sentItems(page)).toHaveCount(casesEach)
    await expect(sentItems(page).filter({ hasText: 'Outcome unknown' })).toHaveCount(0, {
      timeout: 90_000,
    })
    const shown = await sentItems(page).allTextContents()
    const said = shown.toReversed().map((text) => !text.includes('Not recorded'))
    expect(said).toEqual(cases.map(isRecorded))
    expect(shown.filter((text) => /Recorded \d+ times/.test(text))).toEqual([])
  })
}

// A run counts the plants that it sent to and those that answered; an unknown outcome is neither.
import { expect, test } from '../support/misbehaving-fixtures'
import { openPlan, planFile, startRun } from '../support/runs'

const kinds = {
  command: {
    change: 'sendCommand',
    bar: 'Plants answered',
    text: 'Sent to 0 of 2 plants, 0 answered, 1 outcome unknown.',
    title: /^0\/2 answered, stopped automatically · GET_INFO/,
  },
  suspend: {
    change: 'suspendPlant',
    bar: 'Plants suspended',
    text: '0 of 2 plants suspended, 1 outcome unknown.',
    title: /^0\/2 suspended, stopped automatically · Suspend/,
  },
} as const

for (const kind of ['command', 'suspend'] as const) {
  const { change, bar, text, title } = kinds[kind]
  test(`${kind}: a lost response counts neither as sent nor as done`, async ({ page, backend }) => {
    const plants = [1, 2].map(() => backend.records.add({ lifecycleStatus: 'ACTIVE' }))
    backend.misbehave(change, { executions: 0, answer: 500 })
    await backend.open(page, '/commands')
    await openPlan(page, await planFile(backend, plants, { kind }))
    await startRun(page, 2)
    await expect(page.getByRole('main')).toContainText(text, { timeout: 60_000 })
    await expect(page).toHaveTitle(title, { timeout: 60_000 })
    const progress = page.getByRole('progressbar', { name: bar })
    await expect(progress).toHaveAttribute('aria-valuenow', '0')
    await expect(progress).toHaveAttribute('aria-valuetext', text)
  })
}

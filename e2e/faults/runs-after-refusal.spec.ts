// A browser repeats a request of a run whose connection was cut, and the server, which ignores the key, refuses the copy.
import { expect, test } from '../support/misbehaving-fixtures'
import type { Change } from '../support/misbehaving/operations'
import { openPlan, planFile, startRun, stateCount } from '../support/runs'

const kinds = {
  command: {
    change: 'sendCommand',
    executed: 'Recorded, but nothing came back in time.',
    state: 'No answer',
  },
  suspend: {
    change: 'suspendPlant',
    executed: 'It is Suspended. It isn’t known who changed it.',
    state: 'OK',
  },
} as const satisfies Record<string, { change: Change; executed: string; state: string }>

for (const kind of ['command', 'suspend'] as const) {
  const { change, executed, state } = kinds[kind]
  for (const status of [400, 404]) {
    test(`${kind}: executed, then ${status}`, async ({ page, backend }) => {
      const plant = backend.records.add({ lifecycleStatus: 'ACTIVE' })
      backend.misbehave(change, { answer: 'cut' }, { executions: 0, answer: status })
      await backend.open(page, '/commands')
      await openPlan(page, await planFile(backend, [plant], { kind }))
      await startRun(page, 1)
      await expect(page.getByRole('main')).toContainText(executed, { timeout: 60_000 })
      await expect(stateCount(page, state)).toContainText('1')
      expect(backend.arrivals(change)).toBe(2)
    })

    test(`${kind}: refused with ${status}`, async ({ page, backend }) => {
      const plant = backend.records.add({ lifecycleStatus: 'ACTIVE' })
      backend.misbehave(change, { executions: 0, answer: status })
      await backend.open(page, '/commands')
      await openPlan(page, await planFile(backend, [plant], { kind }))
      await startRun(page, 1)
      await expect(stateCount(page, 'Refused')).toContainText('1')
      await expect(page.getByRole('main')).toContainText(`Refused with ${status}`)
      await expect(page.getByRole('main')).not.toContainText('It was deleted')
    })
  }
}

test('a command that was executed twice is shown as recorded twice', async ({ page, backend }) => {
  const plant = backend.records.add({ lifecycleStatus: 'ACTIVE' })
  backend.misbehave('sendCommand', { answer: 'cut' })
  await backend.open(page, '/commands')
  await openPlan(page, await planFile(backend, [plant]))
  await startRun(page, 1)
  await expect(page.getByRole('main')).toContainText('Recorded 2 times', { timeout: 60_000 })
  expect(backend.arrivals('sendCommand')).toBe(2)
})

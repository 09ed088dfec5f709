import { expect, it } from 'vitest'
import { outageQuestion } from './cause-question'
import { columnsOf, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { expiryDay, findCauses, rowMarks } from '@/domain/common-cause/common-cause'
import { FleetRecorder } from '@/domain/fleet-changes/fleet-reading'
import { runSteps } from '@/lib/run-steps'
import { utc } from '@/lib/time-zone'

const plant = (number: number, status: string): Plant => ({
  id: `p-${number}`,
  name: `FVE ${number}`,
  serialNumber: `S-${number}`,
  type: 'GATEWAY',
  status,
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  metadata: JSON.stringify({ isp: number < 10 ? 'Net' : 'Tel' }),
  certificateExpiresAt: '2027-06-01T00:00:00Z',
})
const numbers = Array.from({ length: 40 }, (_, number) => number)

function question(offline: readonly number[], before: (number: number) => string) {
  const recorder = new FleetRecorder()
  for (const number of numbers) recorder.add(plant(number, before(number)), nowMs)
  const from = runSteps(recorder.finish({ atMs: nowMs, basis: 'complete' }))
  const columns = columnsOf(
    numbers.map((number) => plant(number, offline.includes(number) ? 'OFFLINE' : 'ONLINE')),
  )
  const ids = new Set(offline.map((number) => `p-${number}`))
  return runSteps(outageQuestion(columns, from, ids, { nowMs, zone: utc }))
}

it('asks about plants that were connected, with every attribute that may be a cause', () => {
  const { marks, attributes } = question([0, 1], (number) => (number < 30 ? 'ONLINE' : 'OFFLINE'))
  const { changed, compared, ignored } = rowMarks
  const expected = new Uint8Array(40).fill(ignored).fill(compared, 0, 30).fill(changed, 0, 2)
  expect(marks.subarray(0, 40)).toEqual(expected)
  const names = attributes.map(({ attribute }) => attribute)
  expect(names).toEqual(expect.arrayContaining(['type', 'auth', 'org', 'meta.isp', expiryDay]))
  expect(names).not.toContain('status')
})

it('leads to the cause that the plants share', () => {
  const { claims } = findCauses(question([0, 1, 2, 3, 4, 5, 6, 7, 8], () => 'ONLINE'))
  expect(claims).toMatchObject([
    { values: [{ attribute: 'meta.isp', value: 'Net' }], both: 9, changed: 9, withValue: 10 },
  ])
})

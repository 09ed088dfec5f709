import { expect, it } from 'vitest'
import { certificatesExport } from './certificates-export'
import { contextOf, nowMs, row } from './test-context'
import { dayMs } from '@/lib/instants'

const cellsOf = (...rows: Parameters<typeof certificatesExport>[0]) => {
  const { columns, rows: cells } = certificatesExport(rows, contextOf(), [])
  return [...cells].map((one) =>
    Object.fromEntries(columns.map(({ heading }, at) => [heading, one[at]])),
  )
}

it('has the same words for each plant as the screen', () => {
  expect(cellsOf(row())).toMatchObject([
    {
      Name: 'FVE Tábor',
      Expiry: 'Urgent',
      'Days left': 3,
      Contact: 'Offline',
      'Next step': 'Site visit',
      'Plant ID': 'p1',
    },
  ])
})

it('has the labels of the screen, not the values of the API', () => {
  const { plant } = row()
  const read = { ...plant, lifecycleStatus: 'ACTIVE', authMethod: 'MTLS' }
  expect(cellsOf(row({ plant: read }))).toMatchObject([
    { Connection: 'Offline', Lifecycle: 'Active', 'Authentication method': 'MTLS' },
  ])
  expect(cellsOf(row({ plant: { ...read, unreadable: ['status', 'authMethod'] } }))).toMatchObject([
    { Connection: 'Unreadable', 'Authentication method': 'unreadable' },
  ])
})

it('invents nothing about a plant that the list doesn’t have yet', () => {
  const { id, name, serialNumber, certificateExpiresAt } = row().plant
  const unread = row({
    plant: { id, name, serialNumber, certificateExpiresAt },
    reach: undefined,
    readAtMs: undefined,
  })
  expect(cellsOf(unread)).toMatchObject([
    {
      Contact: 'Not read yet',
      'Next step': undefined,
      Connection: undefined,
      Lifecycle: undefined,
      Read: undefined,
    },
  ])
})

it('rounds down the days that are left', () => {
  const ends = [nowMs + 0.99 * dayMs, nowMs - 0.01 * dayMs]
  const days = cellsOf(...ends.map((endMs) => row({ endMs }))).map((cells) => cells['Days left'])
  expect(days).toEqual([0.9, -0.1])
})

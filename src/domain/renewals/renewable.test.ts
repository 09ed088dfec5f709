import { describe, expect, it } from 'vitest'
import type { AtRisk } from './certificate-survey'
import { chooseRenewable, maxEntries, whyNotOnRow, whyNotRenewable } from './renewable'

const endMs = Date.UTC(2026, 10, 28)
function rowOf(id: string, change: Partial<AtRisk['plant']> = {}): AtRisk {
  const plant = {
    id,
    name: `Plant ${id}`,
    serialNumber: id,
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
    certificateSerialNumber: '0A',
    ...change,
  }
  return { plant, endMs, grade: 'soon', reach: 'connected', dueMs: endMs, readAtMs: 5 }
}
/** A plant that only the figures list. */
const stated: AtRisk = {
  ...rowOf('s'),
  plant: { id: 's', name: 'Stated', serialNumber: 's' },
  reach: undefined,
  readAtMs: undefined,
}
const none: ReadonlySet<string> = new Set()

describe('whyNotRenewable', () => {
  it.each<[string | undefined, AtRisk]>([
    [undefined, rowOf('a')],
    [undefined, rowOf('a', { lifecycleStatus: 'SUSPENDED' })],
    [undefined, rowOf('a', { lifecycleStatus: 'FROZEN' })],
    [undefined, rowOf('a', { lifecycleStatus: null })],
    ['The plant is permanently out of service.', rowOf('a', { lifecycleStatus: 'DECOMMISSIONED' })],
    ['This plant can’t be opened: its ID can’t be part of an address.', rowOf('..')],
    ['Not in the list of plants yet.', stated],
  ])('is %j', (reason, row) => {
    expect(whyNotRenewable(row, none)).toBe(reason)
  })

  it('states that the plant is already on the worklist', () => {
    expect(whyNotRenewable(rowOf('a'), new Set(['a']))).toBe('Already on the worklist.')
  })
})

it('refuses to revoke what is revoked, and lets the server decide about the rest', () => {
  const revoked = rowOf('a', { lifecycleStatus: 'REVOKED' })
  expect(whyNotOnRow('revoke', revoked)).toBe('The plant is already revoked.')
  expect(whyNotOnRow('revoke', rowOf('a'))).toBeUndefined()
  expect(whyNotOnRow('revoke', stated)).toBeUndefined()
})

describe('chooseRenewable', () => {
  it('leaves out plants with the reason, and keeps the order of the others', () => {
    const rows = [rowOf('c'), stated, rowOf('a'), rowOf('b')]
    const { renewable, leftOut } = chooseRenewable(rows, new Set(['a']))
    expect(renewable.map(({ id }) => id)).toEqual(['c', 'b'])
    expect([...leftOut]).toEqual([
      ['Not in the list of plants yet.', 1],
      ['Already on the worklist.', 1],
    ])
  })

  it('stops when the list is full', () => {
    const rows = Array.from({ length: maxEntries + 2 }, (_, at) => rowOf(`p${at}`))
    const { renewable, leftOut } = chooseRenewable(rows, new Set(['x']))
    expect(renewable).toHaveLength(maxEntries - 1)
    expect([...leftOut]).toEqual([['A worklist can have at most 200 plants.', 3]])
  })
})

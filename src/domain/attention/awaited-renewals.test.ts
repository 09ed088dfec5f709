import { expect, it } from 'vitest'
import { awaitedRenewals } from './awaited-renewals'
import { ago, healthy, nowMs } from './test-plants'
import { addEntries, noteReading } from '@/domain/renewals/worklist-entry'
import { dayMs, minuteMs } from '@/lib/instants'

const plant = {
  ...healthy,
  certificateSerialNumber: '0A',
  lastSeenAt: ago(2 * dayMs),
}
const renewed = { ...plant, certificateSerialNumber: '0B' }
const issuedAtMs = nowMs - dayMs
const seen = { ...renewed, lastSeenAt: ago(minuteMs) }

/** The plant on the worklist, after readings at these times. */
const listed = (...readings: [plant: typeof plant, readAtMs: number][]) =>
  addEntries([], [plant]).map((entry) =>
    readings.reduce((now, [read, readAtMs]) => noteReading(now, read, readAtMs), entry),
  )
const issued = listed([renewed, issuedAtMs], [renewed, issuedAtMs + minuteMs])
const unread = () => undefined
const listHas =
  (read: typeof plant, readAtMs = nowMs) =>
  () => ({ plant: read, readAtMs })

const unused = { kind: 'renewal-unused', id: 'a', label: 'FVE Zlín', atMs: issuedAtMs }

it('lists a plant without contact since its certificate was issued', () => {
  expect(awaitedRenewals(issued, unread)).toEqual([unused])
  expect(awaitedRenewals(issued, listHas(renewed))).toEqual([unused])
})

it('leaves out plants whose certificate wasn’t issued, or is in use', () => {
  expect(awaitedRenewals(listed(), unread)).toEqual([])
  expect(awaitedRenewals(listed(), listHas(renewed))).toEqual([])
  const adopted = listed([renewed, issuedAtMs], [renewed, issuedAtMs + minuteMs], [seen, nowMs])
  expect(awaitedRenewals(adopted, unread)).toEqual([])
  expect(awaitedRenewals(adopted, listHas(seen))).toEqual([])
})

it('lists a plant that was rejected with its new certificate', () => {
  const refused = { ...renewed, authFailureCount: 2 }
  expect(awaitedRenewals(issued, listHas(refused))).toEqual([
    { ...unused, kind: 'renewal-refused' },
  ])
})

it('judges by a later reading of the list', () => {
  expect(awaitedRenewals(issued, listHas(seen))).toEqual([])
  expect(awaitedRenewals(issued, listHas(plant))).toEqual([])
  expect(awaitedRenewals(issued, listHas({ ...renewed, lifecycleStatus: 'REVOKED' }))).toEqual([])
})

it('ignores a reading of the list from before the renewal', () => {
  expect(awaitedRenewals(issued, listHas(plant, issuedAtMs - 1))).toEqual([unused])
})

it('names a plant without a name by its serial number, or its ID', () => {
  const [entry] = issued
  const labelOf = (change: object) =>
    awaitedRenewals(entry ? [{ ...entry, ...change }] : [], unread)[0]?.label
  expect(labelOf({ name: '' })).toBe('S-1')
  expect(labelOf({ name: '', serialNumber: '' })).toBe('a')
})

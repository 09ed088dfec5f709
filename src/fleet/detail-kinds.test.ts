import { beforeEach, expect, test } from 'vitest'
import { detailKinds, energyFigures, forgetFigures, siteFigures, siteUpdates } from './detail-kinds'
import type { PlantDetail } from '@/api/plant-schemas'
import { forgetPerson } from '@/lib/person-change'

const day = { date: '2026-11-29', kind: 'measured', produced: 1, imported: 1, exported: 1 } as const
const detail = (given: Partial<PlantDetail> = {}): PlantDetail => ({
  id: 'a',
  name: 'A',
  serialNumber: 'S',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'TOKEN',
  ...given,
})

beforeEach(forgetPerson)

test('takes what a plant’s page reads, for plants that were read before', () => {
  siteUpdates.onRead(detail())
  expect(siteFigures.size).toBe(0)
  siteFigures.put('a', { alerts: null, peakKwp: null }, 1)
  siteUpdates.onRead(detail({ alerts: { items: [], unreadable: 0 }, fvePeakPowerKwp: 8 }))
  expect(siteFigures.of('a')).toMatchObject({
    figures: { alerts: { groups: [], unreadable: 0 }, peakKwp: 8 },
  })
  expect(siteFigures.of('a')?.readAtMs).toBeGreaterThan(1)
})

test('doesn’t take an unreadable peak power for a figure', () => {
  siteFigures.put('a', { alerts: null, peakKwp: 8 }, 1)
  siteUpdates.onRead(detail({ fvePeakPowerKwp: null, unreadable: ['fvePeakPowerKwp'] }))
  expect(siteFigures.of('a')?.figures.peakKwp).toBeNull()
})

test('forgets all figures of a plant, and all plants with the user', () => {
  for (const id of ['a', 'b']) {
    siteFigures.put(id, { alerts: null, peakKwp: null }, 1)
    energyFigures.put(id, day, 1)
  }
  forgetFigures('a')
  expect([siteFigures.size, energyFigures.size]).toEqual([1, 1])
  forgetPerson()
  expect([siteFigures.size, energyFigures.size]).toEqual([0, 0])
})

test('reads energy again on another UTC day, and details by their age only', () => {
  const [before, after] = ['2026-11-29T23:59:59Z', '2026-11-30T00:00:01Z'].map(Date.parse)
  const isOver = (name: string) =>
    detailKinds.find((kind) => kind.name === name)?.isOver(before ?? 0, after ?? 0)
  expect([isOver('energy'), isOver('site')]).toEqual([true, false])
})

import { expect, it } from 'vitest'
import { FleetColumns } from './fleet-columns'
import { encodePlants } from './page-columns'
import { rowContent } from './row-content'
import { anyFleet, nowMs } from './test-fleets'
import type { Plant } from '@/api/plant-schemas'
import { fc } from '@/lib/test-properties'

function contentOf(plants: readonly Plant[], row: number): string {
  const columns = new FleetColumns()
  columns.addPage(encodePlants(plants, nowMs))
  return rowContent(columns, row)
}

it('is the same for a plant by itself and among others', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      for (const [row, plant] of plants.entries())
        expect(contentOf(plants, row)).toBe(contentOf([plant], 0))
    }),
  )
})

it('changes with what the row shows, but not with the last contact', () => {
  fc.assert(
    fc.property(anyFleet, ([plant]) => {
      if (!plant) return
      const content = contentOf([plant], 0)
      const later = { ...plant, lastSeenAt: new Date(nowMs).toISOString() }
      expect(contentOf([{ ...plant, name: `${plant.name}!` }], 0)).not.toBe(content)
      expect(contentOf([{ ...plant, metadata: '{"other":1}' }], 0)).not.toBe(content)
      expect(JSON.parse(contentOf([later], 0))[0].lastSeenAt).toBeNull()
    }),
  )
})

it('is empty for a row without a plant', () => {
  expect(rowContent(new FleetColumns(), 3)).toBe('')
})

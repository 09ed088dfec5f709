import { expect, it } from 'vitest'
import { IdTable, idHash } from './id-table'
import { fc } from '@/lib/test-properties'

it('finds the same rows as a Map after any additions and removals', () => {
  const step = fc.tuple(fc.boolean(), fc.nat(40))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const ids: string[] = []
      const table = new IdTable((row) => ids[row] ?? '')
      const map = new Map<string, number>()
      for (const [isAdded, number] of steps) {
        const id = `id-${number}`
        if (isAdded && !map.has(id)) {
          ids.push(id)
          map.set(id, ids.length - 1)
          table.add(idHash(id), ids.length - 1)
        }
        if (!isAdded) {
          map.delete(id)
          table.remove(id)
        }
      }
      for (let number = 0; number <= 40; number += 1)
        expect(table.find(`id-${number}`)).toBe(map.get(`id-${number}`) ?? -1)
    }),
  )
})

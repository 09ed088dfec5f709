import { expect, it } from 'vitest'
import { disuseReader } from './disuse-reader'
import { anyFleet, columnsOf } from './test-fleets'
import { disuseOf } from '@/domain/certificates/certificate-expiry'
import { fc } from '@/lib/test-properties'

it('says of each row what the rule says of its plant', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const columns = columnsOf(plants)
      const disuse = disuseReader(columns.coded)
      const rows = plants.map(({ id }) => disuse(columns.find(id)))
      expect(rows).toEqual(plants.map((plant) => disuseOf(plant)))
    }),
  )
})

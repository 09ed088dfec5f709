import { expect, it } from 'vitest'
import { nowMs, listedBy, ordinaryPlants, survey } from './test-plants'
import { parseFilter, printFilter } from '@/domain/fleet/filter-text'
import { facetValueOf } from '@/domain/fleet/test-plain-list'
import { fc } from '@/lib/test-properties'

it('the offline plants of the queue and those that it leaves out are all offline plants', () => {
  fc.assert(
    fc.property(ordinaryPlants, (plants) => {
      const { offline, groups } = survey(plants)
      const inFacet = plants.filter((plant) => facetValueOf(plant, 'status', nowMs) === 'OFFLINE')
      expect(offline.plants).toBe(inFacet.length)
      const inQueue = groups
        .filter(({ key }) => key === 'offline' || key === 'offline-long')
        .flatMap((group) => group.plants.map(({ id }) => id))
      expect(offline.listed).toBe(inQueue.length)
      const leftOut = offline.leftOut.flatMap(({ words, filter = [] }) => {
        expect(parseFilter(printFilter(filter))).toEqual({ filter, mistakes: [] })
        const ids = listedBy(plants, filter)
        expect(words.split(' ')[0]).toBe(String(ids.length))
        return ids
      })
      expect([...inQueue, ...leftOut].toSorted()).toEqual(inFacet.map(({ id }) => id).toSorted())
    }),
  )
})

import { expect, it } from 'vitest'
import { noteRecentPlant, recentPlants } from './recent-plants'
import { forgetPerson } from '@/lib/person-change'

it('keeps the latest eight, each once, the latest first, until the user changes', () => {
  for (const id of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) noteRecentPlant(id)
  expect(recentPlants()).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a'])
  forgetPerson()
  expect(recentPlants()).toEqual([])
})

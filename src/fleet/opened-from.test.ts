import { beforeEach, expect, it } from 'vitest'
import { latestPlantId, neighboursOf, rememberOpenedList, rememberPlant } from './opened-from'
import { forgetPerson } from '@/lib/person-change'

const ids = ['a', 'b', 'c']
const list = {
  count: ids.length,
  isPart: false,
  idAt: (place: number) => ids[place] ?? '',
  placeOf: (plantId: string) => ids.indexOf(plantId),
}

beforeEach(() => {
  forgetPerson()
})

it('finds no neighbours without a list, or outside it', () => {
  expect(neighboursOf('b')).toBeUndefined()
  rememberOpenedList(list)
  expect(neighboursOf('z')).toBeUndefined()
})

it('finds the plants before and after, none beyond the ends', () => {
  rememberOpenedList(list)
  expect(neighboursOf('a')).toEqual({
    number: 1,
    count: 3,
    isPart: false,
    previousId: undefined,
    nextId: 'b',
  })
  expect(neighboursOf('b')).toEqual({
    number: 2,
    count: 3,
    isPart: false,
    previousId: 'a',
    nextId: 'c',
  })
  expect(neighboursOf('c')).toEqual({
    number: 3,
    count: 3,
    isPart: false,
    previousId: 'b',
    nextId: undefined,
  })
})

it('remembers the plant that was viewed last', () => {
  rememberPlant('b')
  expect(latestPlantId()).toBe('b')
  rememberPlant(undefined)
  expect(latestPlantId()).toBeUndefined()
})

it('forgets the list and the plant when another user signs in', () => {
  rememberOpenedList(list)
  rememberPlant('b')
  forgetPerson()
  expect(neighboursOf('b')).toBeUndefined()
  expect(latestPlantId()).toBeUndefined()
})

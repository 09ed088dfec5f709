import { beforeEach, expect, it, vi } from 'vitest'
import {
  keepNeighbours,
  latestPlantId,
  neighboursOf,
  openedPlant,
  rememberOpenedList,
  rememberPlant,
} from './opened-from'
import { plainPlant } from './test-fleets'
import { forgetPerson } from '@/lib/person-change'

const ids = ['a', 'b', 'c']
const list = {
  matches: ids.length,
  idAt: (place: number) => ids[place] ?? '',
  placeOf: (plantId: string) => ids.indexOf(plantId),
}

/** The texts that the tab stores. */
const stored = new Map<string, string>()

beforeEach(() => {
  forgetPerson()
  stored.clear()
  const area = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  }
  vi.stubGlobal('sessionStorage', area)
  vi.stubGlobal('localStorage', area)
})

/** Starts with an empty memory, as after a reload. */
const reload = forgetPerson

const longList = {
  matches: 2_000,
  idAt: (place: number) => `p-${place}`,
  placeOf: (plantId: string) => Number(plantId.slice(2)),
}

it('finds no neighbours without a list, or outside it', () => {
  expect(neighboursOf('b', 'ann')).toBeUndefined()
  rememberOpenedList(list, false)
  expect(neighboursOf('z', 'ann')).toBeUndefined()
})

it('finds the plants before and after, none beyond the ends', () => {
  rememberOpenedList(list, false)
  expect(neighboursOf('a', 'ann')).toEqual({
    number: 1,
    count: 3,
    isPart: false,
    previousId: undefined,
    nextId: 'b',
  })
  expect(neighboursOf('b', 'ann')).toEqual({
    number: 2,
    count: 3,
    isPart: false,
    previousId: 'a',
    nextId: 'c',
  })
  expect(neighboursOf('c', 'ann')).toEqual({
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
  rememberOpenedList(list, false)
  rememberPlant('b')
  forgetPerson()
  expect(neighboursOf('b', 'ann')).toBeUndefined()
  expect(latestPlantId()).toBeUndefined()
})

it('finds neighbours after a reload, for the same user', () => {
  rememberOpenedList(list, false)
  keepNeighbours('b', 'ann')
  reload()
  expect(neighboursOf('b', 'bob')).toBeUndefined()
  reload()
  const found = { number: 2, count: 3, isPart: false, previousId: 'a', nextId: 'c' }
  expect(neighboursOf('b', 'ann')).toEqual(found)
})

it('keeps the plants around the one being viewed, but none that are unknown', () => {
  rememberOpenedList(longList, true)
  keepNeighbours('p-1000', 'ann')
  keepNeighbours('p-1399', 'ann')
  reload()
  expect(neighboursOf('p-499', 'ann')).toBeUndefined()
  expect(neighboursOf('p-500', 'ann')).toMatchObject({ number: 501, nextId: 'p-501' })
  expect(neighboursOf('p-500', 'ann')?.previousId).toBeUndefined()
  keepNeighbours('p-1500', 'ann')
  reload()
  expect(neighboursOf('p-1500', 'ann')).toMatchObject({ isPart: true, previousId: 'p-1499' })
  rememberOpenedList(longList, true)
  keepNeighbours('p-1000', 'ann')
  keepNeighbours('p-1400', 'ann')
  reload()
  expect(neighboursOf('p-1899', 'ann')).toMatchObject({ number: 1_900, nextId: 'p-1900' })
})

it('finds no neighbours in a list that is stored in another form', () => {
  rememberOpenedList(list, false)
  keepNeighbours('b', 'ann')
  for (const [key, text] of stored) if (key.endsWith('list')) stored.set(key, text.slice(0, -1))
  reload()
  expect(neighboursOf('b', 'ann')).toBeUndefined()
})

it('returns a plant as its list has it', () => {
  const plantAt = (place: number) => plainPlant(ids[place] ?? '')
  rememberOpenedList({ ...list, plantAt, readAtMs: (place) => 10 + place }, false)
  expect(openedPlant('b')).toEqual({ plant: plainPlant('b'), readAtMs: 11 })
  expect(openedPlant('z')).toBeUndefined()
  reload()
  expect(openedPlant('b')).toBeUndefined()
})

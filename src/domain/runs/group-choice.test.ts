import { expect, it } from 'vitest'
import { countGroups, groupPopulations, narrowByGroup, readGroupsOf } from './group-choice'
import { testRunPlant } from './test-runs'

const detail = (id: string, ...groups: string[]) => ({
  ...testRunPlant(id),
  plantGroups: {
    items: groups.map((name) => ({ id: `g-${name}`, name })),
    unreadable: 0,
  },
})
const plants = [
  detail('a', 'West', 'North'),
  detail('b', 'West'),
  testRunPlant('c'),
  detail('x', 'West'),
]
const readings = new Map(
  plants.flatMap((plant) => {
    const read = readGroupsOf(plant, 1)
    return read ? [[plant.id, read]] : []
  }),
)
const ids = ['a', 'b', 'c', 'd']

it('counts the groups of the chosen plants by name, and plants without a group last', () => {
  expect(countGroups(ids, readings)).toEqual([
    { id: 'g-North', name: 'North', plants: 1, isNameShared: false },
    { id: 'g-West', name: 'West', plants: 2, isNameShared: false },
    { id: '', name: '', plants: 1, isNameShared: false },
  ])
})

it('marks groups that share their name', () => {
  const groups = { items: [{ id: 'g-other', name: 'West' }], unreadable: 0 }
  const read = readGroupsOf({ ...testRunPlant('d'), plantGroups: groups }, 1)
  const more = new Map([...readings, ...(read ? ([['d', read]] as const) : [])])
  const shared = countGroups(ids, more).filter(({ isNameShared }) => isNameShared)
  expect(shared.map(({ id }) => id)).toEqual(['g-West', 'g-other'])
})

it('narrows the choice to groups, and lists plants that it knows nothing about', () => {
  const narrowed = (...chosen: string[]) => narrowByGroup(ids, readings, new Set(chosen))
  expect(narrowed()).toEqual({ inGroups: ids, unread: [] })
  expect(narrowed('g-West')).toEqual({ inGroups: ['a', 'b'], unread: ['d'] })
  expect(narrowed('g-North', '')).toEqual({ inGroups: ['a', 'c'], unread: ['d'] })
})

it('knows nothing about a plant with an unreadable group', () => {
  const some = { items: [{ id: 'g', name: 'G' }], unreadable: 1 }
  expect(readGroupsOf({ ...testRunPlant('d'), plantGroups: some }, 1)).toBeUndefined()
  const unreadable = ['plantGroups']
  expect(readGroupsOf({ ...testRunPlant('d'), unreadable }, 1)).toBeUndefined()
})

it('counts all plants that were read, not only the chosen ones', () => {
  expect([...groupPopulations(readings)]).toEqual([
    ['g-North', 1],
    ['g-West', 3],
    ['', 1],
  ])
})
